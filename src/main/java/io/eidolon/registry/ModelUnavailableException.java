package io.eidolon.registry;

/** Says that a model that was closed cannot be opened again now. */
public final class ModelUnavailableException extends RuntimeException {

	ModelUnavailableException(String name) {
		super("%s is being opened; ask again in a moment".formatted(name));
	}

	ModelUnavailableException(String name, String version, Throwable cause) {
		super("%s version %s cannot be opened now; /actuator/health says why".formatted(name, version), cause);
	}

}
