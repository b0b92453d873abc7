package io.eidolon.web.http;

/** Values for the examples of the OpenAPI document, where they are long. */
public final class Examples {

	/** A picture of one red pixel: PNG in base64. */
	public static final String RED = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC";

	/** A picture of one blue pixel: PNG in base64. */
	public static final String BLUE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mNgYPgPAAEDAQA2dBFAAAAAAElFTkSuQmCC";

	private static final String TEN = "0.3, -1.1, 0.8, 1.4, -0.6, -0.2, 0.5, -1.7, 1, -0.4";

	private static final String OTHERS = "-0.9, 0.4, 1.2, -0.3, 0.7, -1.5, -0.8, 0.1, 0.6, 1.3";

	/** A latent of the model peeps, which has 100 numbers. */
	public static final String LATENT = "[" + TEN + ", " + TEN + ", " + TEN + ", " + TEN + ", " + TEN + ", " + TEN
			+ ", " + TEN + ", " + TEN + ", " + TEN + ", " + TEN + "]";

	/** Another latent of the model peeps. */
	public static final String OTHER_LATENT = "[" + OTHERS + ", " + OTHERS + ", " + OTHERS + ", " + OTHERS + ", "
			+ OTHERS + ", " + OTHERS + ", " + OTHERS + ", " + OTHERS + ", " + OTHERS + ", " + OTHERS + "]";

	private Examples() {
	}

}
