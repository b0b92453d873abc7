package io.eidolon.serving;

/** The service has no room for the request now; the same one may succeed in a moment. */
public final class ServiceBusyException extends RuntimeException {

	ServiceBusyException(String reason) {
		super(reason);
	}

	ServiceBusyException(RuntimeException cause) {
		super(cause.getMessage(), cause);
	}

}
