package io.eidolon.modelcard;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What a card says of the files by which pictures are recognised.
 *
 * @param discriminator the network {@value ModelFiles#DISCRIMINATOR}, null where there is
 * none
 * @param synthesis how classes are told by the encoder and the generator, null where that
 * was not measured
 * @param sentences the network {@value ModelFiles#SENTENCES}, null where there is none
 */
public record Recognition(@Nullable Discriminator discriminator, @Nullable Synthesis synthesis,
		@Nullable Sentences sentences) {

	/** Of a model whose discriminator was exported. */
	public Recognition(Discriminator discriminator) {
		this(discriminator, null, null);
	}

	/** What a card says with this network as well. */
	public static Recognition with(@Nullable Recognition others, Sentences sentences) {
		return (others != null) ? new Recognition(others.discriminator, others.synthesis, sentences)
				: new Recognition(null, null, sentences);
	}

	/**
	 * What errors of generated pictures say of classes.
	 *
	 * @param sharpness what the errors are multiplied by before the softmax
	 * @param threshold the error above which a picture is of no class, null for none
	 * @param data the real pictures by which both were chosen, null for none
	 * @param pictures how many of them
	 * @param layer what tells classes from more than the errors, null for none
	 */
	public record Synthesis(double sharpness, @Nullable Double threshold, @Nullable String data, int pictures,
			@Nullable Layer layer) {

		/** Of a model for which nothing was measured. */
		private static final Synthesis NONE = new Synthesis(100, null, null, 0, null);

		/** What the card says, or else a guess. */
		public static Synthesis of(ModelCard card) {
			Recognition recognition = card.recognition();
			Synthesis measured = (recognition != null) ? recognition.synthesis() : null;
			return (measured != null) ? measured : NONE;
		}

	}

	/**
	 * A linear map from the energies of all classes and the encoder's latent to the
	 * logarithms of the classes' probabilities.
	 *
	 * @param weights (classes, inputs)
	 * @param bias of each class
	 * @param data the labelled pictures that it was fitted to
	 * @param pictures how many of them
	 */
	public record Layer(float[][] weights, float[] bias, String data, int pictures) {

		/** Whether it is one for so many classes and inputs. */
		public boolean fits(int classes, int inputs) {
			return this.weights.length == classes && this.bias.length == classes
					&& Arrays.stream(this.weights).allMatch((row) -> row.length == inputs);
		}

		/** What it makes of its inputs. */
		public double[] logits(double[] inputs) {
			double[] logits = new double[this.bias.length];
			for (int c = 0; c < logits.length; c++) {
				logits[c] = this.bias[c];
				for (int i = 0; i < inputs.length; i++) {
					logits[c] += this.weights[c][i] * inputs[i];
				}
			}
			return logits;
		}

	}

	/**
	 * The network that reads pictures.
	 *
	 * @param encoder the network that gives sentences their vectors
	 * @param encoderSha256 the SHA-256 of that, in lower-case hex
	 * @param data the name of the captioned pictures that it learned from
	 * @param pictures how many of them
	 * @param heldOut how many others it was tested on
	 * @param foundCaptions the share of those for which their own caption fits better
	 * than 99 others
	 * @param command the arguments that repeat the training
	 */
	public record Sentences(String encoder, String encoderSha256, String data, int pictures, int heldOut,
			double foundCaptions, String command) {

	}

	/**
	 * The discriminator that the generator was trained with, as a network that describes
	 * pictures.
	 *
	 * @param features how many numbers describe a picture
	 * @param grid the side of the grid over which the greatest value of each feature map
	 * is taken, at most
	 * @param step the generator steps after which it was exported
	 * @param weights how weights are stored, {@code float32} or {@code float16}
	 * @param maxRelativeDifference the largest difference of the float graph's features
	 * and logits from those of the trained network, relative to the largest of them
	 */
	public record Discriminator(int features, int grid, long step, String weights, double maxRelativeDifference) {

	}

}
