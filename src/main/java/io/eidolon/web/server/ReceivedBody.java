package io.eidolon.web.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that was read before the request is served, within the bounds of
 * {@link MeteredBody}. For the thread of the request.
 */
public final class ReceivedBody implements InputBuffer {

	private static final int FEWEST_BYTES = 512;

	private final MeteredBody source;

	/** What has come and was not handed on. */
	private ByteBuffer received = ByteBuffer.allocate(0);

	private boolean complete;

	/** Why no more came. */
	private @Nullable IOException failure;

	ReceivedBody(MeteredBody source) {
		this.source = source;
	}

	/**
	 * Waits until the body of a request has come, if it has one. Of one that is larger
	 * than any may be, no more is read than shows it. What goes wrong is kept for whoever
	 * reads the body.
	 * @return false when something went wrong
	 */
	public static boolean receive(Request request) {
		if (!(request.getInputBuffer() instanceof MeteredBody source)
				|| request.getContentLengthLong() > source.largest()) {
			return true;
		}
		ReceivedBody body = new ReceivedBody(source);
		body.readFrom(request);
		request.setInputBuffer(body);
		return body.failure == null;
	}

	private void readFrom(Request request) {
		Piece piece = new Piece();
		byte[] bytes = new byte[FEWEST_BYTES];
		int count = 0;
		try {
			while (!this.complete && count <= this.source.largest()) {
				// The request has the client that waits for it told to send.
				this.complete = request.doRead(piece) < 0;
				// The connection reads into the same buffer again.
				int size = piece.buffer.remaining();
				if (count + size > bytes.length) {
					bytes = Arrays.copyOf(bytes, Math.max(count + size, 2 * bytes.length));
				}
				piece.buffer.get(bytes, count, size);
				count += size;
			}
		}
		catch (IOException ex) {
			this.failure = ex;
		}
		this.received = ByteBuffer.wrap(bytes, 0, count);
	}

	/** The reader of the connection. */
	InputBuffer unmetered() {
		return this.source.unmetered();
	}

	@Override
	public int doRead(ApplicationBufferHandler handler) throws IOException {
		if (this.received.hasRemaining()) {
			ByteBuffer all = this.received;
			this.received = ByteBuffer.allocate(0);
			handler.setByteBuffer(all);
			return all.remaining();
		}
		if (this.failure != null) {
			throw this.failure;
		}
		return this.complete ? -1 : this.source.doRead(handler);
	}

	@Override
	public int available() {
		return this.received.hasRemaining() ? this.received.remaining() : this.source.available();
	}

	/** What was read last. The connection may shorten it after it has handed it over. */
	private static final class Piece implements ApplicationBufferHandler {

		private ByteBuffer buffer = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.buffer = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.buffer;
		}

		@Override
		public void expand(int size) {
			// Bodies are handed over in whatever pieces they come.
		}

	}

}
