package io.eidolon.serving;

/** No picture can be drawn now, but the same request may do in a moment. */
public final class ServiceBusyException extends RuntimeException {

	ServiceBusyException(String reason) {
		super(reason);
	}

	ServiceBusyException(RuntimeException cause) {
		super(cause.getMessage(), cause);
	}

}
