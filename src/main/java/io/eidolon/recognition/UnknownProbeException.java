package io.eidolon.recognition;

/** There is no such probe. */
public final class UnknownProbeException extends RuntimeException {

	UnknownProbeException(String model, String name, String reason) {
		super("%s has no probe %s%s; POST /models/%s/probes makes one".formatted(model, name, reason, model));
	}

}
