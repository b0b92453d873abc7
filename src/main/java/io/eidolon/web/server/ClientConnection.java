package io.eidolon.web.server;

import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11InputBuffer;

/**
 * The connection that a request came by. For the thread of the request alone, once the
 * body is read.
 *
 * @param request the request, as the connector knows it
 */
public record ClientConnection(Request request) {

	/** The attribute of a servlet request that holds its connection. */
	public static final String ATTRIBUTE = ClientConnection.class.getName();

	/**
	 * When the first byte of the request came, as {@link System#nanoTime()} counts it:
	 * before its body is read.
	 */
	public long arrival() {
		return this.request.getStartTimeNanos();
	}

	/**
	 * Whether the client has closed it. Reads what there is, without waiting, into the
	 * connector's buffer, where the next request would be looked for. At the end of the
	 * stream the connector says that a byte can be read, as that would tell the reader;
	 * but none comes. A client that has closed its own half alone counts as gone.
	 */
	public boolean isClosed() {
		if (input() instanceof Http11InputBuffer input) {
			return available(false) == 0 && available(true) > 0 && !input.getByteBuffer().hasRemaining();
		}
		return Http2Stream.isReset(input());
	}

	private InputBuffer input() {
		return switch (this.request.getInputBuffer()) {
			case MeteredBody body -> body.unmetered();
			case ReceivedBody body -> body.unmetered();
			case InputBuffer body -> body;
		};
	}

	private int available(boolean read) {
		this.request.action(ActionCode.AVAILABLE, read);
		return this.request.getAvailable();
	}

}
