package io.eidolon.inference;

/** Refuses pictures because the generator was closed. */
public final class GeneratorClosedException extends RuntimeException {

	GeneratorClosedException(String model, Throwable cause) {
		super("%s is closed and draws no more pictures".formatted(model), cause);
	}

}
