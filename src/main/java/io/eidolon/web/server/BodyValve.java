package io.eidolon.web.server;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;

/**
 * Has bodies read within bounds of memory and time. What is announced is reserved before
 * the first byte is read; a body without a length takes what it needs as it comes.
 */
final class BodyValve extends ValveBase {

	private final BodyMemory memory;

	private final BodyRate rate;

	/** No more than this is read of any body. */
	private final long largest;

	private final Refusals refusals;

	BodyValve(BodyMemory memory, BodyRate rate, long largest, Refusals refusals) {
		super(true);
		this.memory = memory;
		this.rate = rate;
		this.largest = largest;
		this.refusals = refusals;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		RequestPhase phase = RequestPhase.current();
		if (phase != null) {
			phase.next();
		}
		// The length of one that was refused already may be what cannot be read.
		long length = response.isError() ? 0 : request.getContentLengthLong();
		if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
			getNext().invoke(request, response);
		}
		else {
			withBody(request, response, Math.clamp(length, 0, this.largest));
		}
		if (phase != null) {
			// What is left of the body is read, and the end of the answer is written.
			phase.waitForClient(true);
		}
	}

	private void withBody(Request request, Response response, long announced) throws IOException, ServletException {
		org.apache.coyote.Request connection = request.getCoyoteRequest();
		InputBuffer unmetered = connection.getInputBuffer();
		try (BodyMemory.Share share = this.memory.share(ClientNetwork.of(request.getRemoteAddr()))) {
			if (!share.take(announced)) {
				this.refusals.send(Refusal.NO_MEMORY_FOR_BODY, request, response);
				return;
			}
			connection.setInputBuffer(new MeteredBody(connection, share, announced, this.rate, this.largest));
			try {
				getNext().invoke(request, response);
			}
			finally {
				connection.setInputBuffer(unmetered);
			}
			if (connection.getAttribute(Refusal.ATTRIBUTE) instanceof Refusal refusal) {
				// Unless the error page has said it.
				this.refusals.send(refusal, request, response);
			}
		}
	}

}
