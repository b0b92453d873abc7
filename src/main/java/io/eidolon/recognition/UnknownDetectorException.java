package io.eidolon.recognition;

/** There is no detector of that name, or none that can be used. */
public final class UnknownDetectorException extends RuntimeException {

	private final String detector;

	UnknownDetectorException(String detector, String reason) {
		super("There is no detector %s%s; train one with the trainer's command anomaly --data=<good pictures> --name=<name>"
			.formatted(detector, reason));
		this.detector = detector;
	}

	/** The name of the detector. */
	public String detector() {
		return this.detector;
	}

}
