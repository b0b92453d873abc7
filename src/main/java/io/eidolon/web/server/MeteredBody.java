package io.eidolon.web.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads the body of a request, holds it to a rate, and counts what it takes of the memory
 * for bodies. For the thread of the request.
 */
final class MeteredBody implements InputBuffer {

	private final Request request;

	private final InputBuffer body;

	private final BodyMemory.Share memory;

	private final BodyRate rate;

	private final long largest;

	/** What has room in memory already. */
	private long reserved;

	private long read;

	/** When the window began, 0 until somebody reads. */
	private long windowBegan;

	private long windowRead;

	/**
	 * Creates the reader.
	 * @param request the request, which is told why its body was not read
	 * @param reserved how many bytes of the body have room in memory
	 * @param largest no more than this is read of any body
	 */
	MeteredBody(Request request, BodyMemory.Share memory, long reserved, BodyRate rate, long largest) {
		this.request = request;
		this.body = request.getInputBuffer();
		this.memory = memory;
		this.reserved = reserved;
		this.rate = rate;
		this.largest = largest;
	}

	/** The reader of the connection. */
	InputBuffer unmetered() {
		return this.body;
	}

	/** No more than so many bytes are read of any body. */
	long largest() {
		return this.largest;
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		RequestPhase phase = RequestPhase.current();
		if (phase != null) {
			phase.waitForClient(true);
		}
		if (this.windowBegan == 0) {
			this.windowBegan = System.nanoTime();
		}
		try {
			int count = this.body.doRead(handler);
			if (count > 0) {
				count(count);
			}
			return count;
		}
		catch (SocketTimeoutException ex) {
			this.request.setAttribute(Refusal.ATTRIBUTE, Refusal.SLOW_BODY);
			throw ex;
		}
		catch (IOException ex) {
			if (phase != null && phase.isClosed()) {
				this.request.setAttribute(Refusal.ATTRIBUTE, Refusal.TOO_MANY_CONNECTIONS);
			}
			throw ex;
		}
		finally {
			if (phase != null) {
				phase.waitForClient(false);
			}
		}
	}

	private void count(int bytes) throws IOException {
		this.read += bytes;
		this.windowRead += bytes;
		if (this.read > this.reserved) {
			if (!this.memory.take(this.read - this.reserved)) {
				refuse(Refusal.NO_MEMORY_FOR_BODY);
			}
			this.reserved = this.read;
		}
		long now = System.nanoTime();
		Duration window = Duration.ofNanos(now - this.windowBegan);
		if (window.compareTo(this.rate.window()) >= 0) {
			if (this.rate.isSlow(this.windowRead, window)) {
				refuse(Refusal.SLOW_BODY);
			}
			this.windowBegan = now;
			this.windowRead = 0;
		}
	}

	private void refuse(Refusal reason) throws IOException {
		this.request.setAttribute(Refusal.ATTRIBUTE, reason);
		throw new IOException(reason.detail());
	}

	@Override
	public int available() {
		return this.body.available();
	}

}
