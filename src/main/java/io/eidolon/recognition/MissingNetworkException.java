package io.eidolon.recognition;

/** A model comes without the network that a request needs. */
public final class MissingNetworkException extends RuntimeException {

	private final String file;

	MissingNetworkException(String model, String file, String remedy) {
		super("%s comes without a %s that works; %s".formatted(model, file, remedy));
		this.file = file;
	}

	/** The file that is missing. */
	public String file() {
		return this.file;
	}

}
