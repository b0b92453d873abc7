package io.eidolon.modelcard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of a generator: all that the server needs to serve it, and
 * where it comes from. The files beside it are {@link ModelFiles}; {@link PortNames} says
 * what the graph among them takes and returns.
 *
 * @param name the name that requests use: letters without capitals, digits and dashes
 * @param version the version of the weights; another version makes other pictures from
 * the same seed
 * @param title one line for people
 * @param image what the generator makes
 * @param latent what it generates from
 * @param classes the names of the labels, by index; empty when the generator is not
 * class-conditional
 * @param licence the terms of the weights
 * @param data the pictures it learned from
 * @param training how it was trained
 * @param proof how the exported graph was held against the trained network
 * @param quality how far its pictures are from real ones, where that was measured
 * @param encoder how the encoder beside it was trained, where there is one
 * @param recognition what pictures are recognised by, where there is something
 * @param text what prompts it understands, null when it takes none
 * @param directions the directions that have names of their own, null when none has
 * @param description one sentence for people, null when nobody wrote one
 * @param showcase seeds of pictures that show what the model does best, the best first,
 * at most {@value #MAX_SHOWCASE}; null when nobody chose any
 * @param files the SHA-256 of each file of the model, in lower-case hex, by file name
 */
public record ModelCard(String name, String version, String title, ImageShape image, LatentSpace latent,
		List<String> classes, @Nullable String licence, @Nullable Data data, @Nullable Training training,
		@Nullable Proof proof, @Nullable Quality quality, @Nullable Encoder encoder, @Nullable Recognition recognition,
		@Nullable Text text, @Nullable List<NamedDirection> directions, @Nullable String description,
		@Nullable List<Long> showcase, Map<String, String> files) {

	/** How many seeds a showcase has at most. */
	public static final int MAX_SHOWCASE = 24;

	/** What a name looks like, as a regular expression. */
	public static final String NAME_PATTERN = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{N}](?:[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}\\p{N}-]{0,62}[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}\\p{N}])?";

	/** What a version looks like, as a regular expression. */
	public static final String VERSION_PATTERN = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,63})";

	/** A card of a generator that takes no prompts, without what is for people alone. */
	public ModelCard(String name, String version, String title, ImageShape image, LatentSpace latent,
			List<String> classes, @Nullable String licence, @Nullable Data data, @Nullable Training training,
			@Nullable Proof proof, @Nullable Quality quality, @Nullable Encoder encoder,
			@Nullable List<NamedDirection> directions, Map<String, String> files) {
		this(name, version, title, image, latent, classes, licence, data, training, proof, quality, encoder, null, null,
				directions, null, null, files);
	}

	public boolean conditional() {
		return !classes().isEmpty();
	}

	/** The same card with other figures of quality. */
	public ModelCard withQuality(@Nullable Quality measured) {
		return with(measured, this.encoder, this.recognition, Map.of());
	}

	/** The same card with an encoder. */
	public ModelCard withEncoder(Encoder trained, String sha256) {
		return with(this.quality, trained, this.recognition, Map.of(ModelFiles.ENCODER, sha256));
	}

	/** The same card with what pictures are recognised by, in files of their own. */
	public ModelCard withRecognition(Recognition recognised, Map<String, String> sha256) {
		return with(this.quality, this.encoder, recognised, sha256);
	}

	private ModelCard with(@Nullable Quality measured, @Nullable Encoder trained, @Nullable Recognition recognised,
			Map<String, String> more) {
		Map<String, String> all = new LinkedHashMap<>(this.files);
		all.putAll(more);
		return new ModelCard(this.name, this.version, this.title, this.image, this.latent, this.classes, this.licence,
				this.data, this.training, this.proof, measured, trained, recognised, this.text, this.directions,
				this.description, this.showcase, all);
	}

	/**
	 * The pictures of a generator.
	 *
	 * @param width pixels
	 * @param height pixels
	 * @param channels 1 for grey, 3 for red, green and blue
	 * @param range the values between which the graph's output lies
	 */
	public record ImageShape(int width, int height, int channels, ValueRange range) {

	}

	/**
	 * The values that stand for black and for full intensity.
	 *
	 * @param minimum the value of black, -1 after tanh
	 * @param maximum the value of full intensity, 1 after tanh
	 */
	public record ValueRange(float minimum, float maximum) {

		/** The range of a generator that ends with tanh. */
		public static final ValueRange TANH = new ValueRange(-1, 1);

	}

	/**
	 * Where latents come from.
	 *
	 * @param dimension the length of a latent
	 * @param distribution the distribution it is sampled from, {@code standard-normal}
	 */
	public record LatentSpace(int dimension, String distribution) {

		/** Independent normal components with mean 0 and variance 1. */
		public static final String STANDARD_NORMAL = "standard-normal";

	}

	/**
	 * The training pictures.
	 *
	 * @param name the set's name
	 * @param source who publishes it
	 * @param licence its terms
	 * @param credit whom its terms ask to name
	 * @param pictures how many pictures of it were used
	 */
	public record Data(@Nullable String name, @Nullable String source, @Nullable String licence,
			@Nullable String credit, int pictures) {

	}

	/**
	 * How the weights came to be.
	 *
	 * @param command the arguments that repeat the run
	 * @param network the architecture with its width
	 * @param objective the generator's objective
	 * @param seed the seed of the run
	 * @param steps generator steps
	 * @param imagesSeen real pictures seen, repeats included
	 * @param hours time spent in steps
	 * @param machine the kind of machine
	 * @param ema the decay of the averaged weights that were exported
	 * @param discriminatorLoss J(D) at the end, averaged over the last report
	 * @param generatorLoss J(G) at the end, averaged over the last report
	 */
	public record Training(String command, String network, String objective, long seed, long steps, long imagesSeen,
			double hours, String machine, double ema, double discriminatorLoss, double generatorLoss) {

	}

	/**
	 * How far generated pictures are from real ones. Figures compare only within one
	 * feature space and between equal counts.
	 *
	 * @param features the name of the feature space
	 * @param featuresSha256 the SHA-256 of the file of its network
	 * @param samples how many pictures were generated, those of the seeds from 0 on
	 * @param pictures how many real ones they were compared with
	 * @param heldOut whether the real ones were kept from training
	 * @param frechetDistance the squared Frechet distance of the features' moments; FID
	 * only when the features are those of Inception
	 * @param kernelDistance the unbiased squared maximum mean discrepancy of the features
	 * under a cubic kernel
	 * @param precision the share of generated pictures that lie among real ones
	 * @param recall the share of real pictures that lie among generated ones
	 * @param density how many neighbourhoods of real pictures a generated one lies in, 1
	 * for equal distributions; null in cards from before it was measured
	 * @param coverage the share of real pictures with a generated one in their
	 * neighbourhood; null in cards from before it was measured
	 */
	public record Quality(String features, String featuresSha256, int samples, int pictures, boolean heldOut,
			double frechetDistance, double kernelDistance, double precision, double recall, @Nullable Double density,
			@Nullable Double coverage) {

	}

	/**
	 * The network {@value ModelFiles#ENCODER}, which guesses the latent of a picture:
	 * float (N, channels, height, width) in the generator's range to float (N,
	 * dimension).
	 *
	 * @param command the arguments that repeat the training
	 * @param network its layers
	 * @param seed the seed of the training
	 * @param steps how many batches it learned from
	 * @param data the real pictures that it learned from beside fake ones, null when
	 * there were none
	 * @param drawnPsnr how close the pictures of its latents come to fresh fake ones, in
	 * decibels of their mean squared error
	 * @param realPsnr the same for real pictures that it did not learn from, null when
	 * there were none
	 * @param maxAbsoluteDifference the largest difference of the float graph's latents
	 * from those of the trained network
	 */
	public record Encoder(String command, String network, long seed, long steps, @Nullable String data,
			double drawnPsnr, @Nullable Double realPsnr, double maxAbsoluteDifference) {

	}

	/**
	 * The prompts that a generator understands.
	 *
	 * @param encoder the name of the network that turns prompts into vectors
	 * @param encoderSha256 the SHA-256 of its file: another one gives other vectors
	 * @param languages the languages that it knows, as ISO 639 codes
	 * @param prompts examples of what can be asked for, at most {@value #MAX_PROMPTS}
	 * @param vocabulary most frequent words of its captions, at most {@value #MAX_WORDS}
	 * @param captions a sample of these, at most {@value #MAX_CAPTIONS}, for which seeds
	 * stand without words, each for that of its remainder; null without words
	 * @param clauses whether a prompt's vector is made of those of its clauses
	 */
	public record Text(String encoder, String encoderSha256, List<String> languages, List<String> prompts,
			List<String> vocabulary, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> captions,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean clauses) {

		/** How many examples a card has at most. */
		public static final int MAX_PROMPTS = 10;

		/** How many words a card has at most. */
		public static final int MAX_WORDS = 2000;

		/** How many captions a card has at most. */
		public static final int MAX_CAPTIONS = 128;

	}

	/**
	 * A direction in the space of latents with a name that says what it does.
	 *
	 * @param name the name that requests use
	 * @param title one line for people, null when the name will do
	 * @param of the name of the direction that it is, such as {@code pc1}
	 * @param minimum the least strength that makes sense
	 * @param maximum the greatest strength that makes sense
	 */
	public record NamedDirection(String name, @Nullable String title, String of, double minimum, double maximum) {

	}

}
