package io.eidolon.modelcard;

/** The names of the files in a model's folder. */
public final class ModelFiles {

	/** The model's {@link ModelCard}. */
	public static final String CARD = "model.json";

	/** The generator, which takes and returns what {@link PortNames} says. */
	public static final String GRAPH = "generator.onnx";

	/**
	 * The encoder, which guesses the latent of an image: float (N, channels, height,
	 * width) in the generator's range to float (N, dimension).
	 */
	public static final String ENCODER = "encoder.onnx";

	/**
	 * A network that describes images: float (N, channels, height, width) in the
	 * generator's range to one or more outputs (N, ...).
	 */
	public static final String FEATURES = "features.onnx";

	/**
	 * The discriminator: float (N, channels, height, width) in the generator's range to
	 * its features {@link PortNames#FEATURES} (N, length) and {@link PortNames#LOGIT}
	 * (N).
	 */
	public static final String DISCRIMINATOR = "discriminator.onnx";

	/**
	 * A network that reads images: float (N, channels, height, width) in the generator's
	 * range to float (N, 384), whose product with the vector of a sentence is the greater
	 * the better the sentence fits.
	 */
	public static final String SENTENCES = "sentences.onnx";

	/** An image that shows what the model generates. */
	public static final String PREVIEW = "preview.png";

	private ModelFiles() {
	}

}
