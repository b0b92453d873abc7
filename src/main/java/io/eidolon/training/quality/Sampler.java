package io.eidolon.training.quality;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.Levels;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.training.loop.Captions;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.network.GeneratorNetwork;

/**
 * Generates the pictures of the seeds from 0 on, in the levels that a server would send.
 *
 * @param latentDimension the length of a latent
 * @param shape the pictures
 * @param ofSeeds (any, 384) the embeddings of the captions that seeds stand for in turn
 * @param generator the generator
 */
public record Sampler(int latentDimension, ImageShape shape, float[][] ofSeeds, Generator generator) {

	private static final int BATCH = 64;

	/**
	 * Samples a network as it stands, in evaluation mode.
	 * @param ofSeeds (any, 384) the embeddings of the captions that seeds stand for in
	 * turn
	 */
	public static Sampler of(GeneratorNetwork generator, float[][] ofSeeds) {
		return new Sampler(generator.architecture().latentDimension(), generator.architecture().imageShape(), ofSeeds,
				(z, labels, captions) -> Evaluation.generate(generator, z, labels, captions));
	}

	/**
	 * Samples an exported model; the session stays open as long as the sampler is used.
	 */
	public static Sampler of(ModelCard card, GeneratorSession session) {
		return new Sampler(card.latent().dimension(), card.image(), ofSeeds(card),
				(z, labels,
						captions) -> session.run(new LatentBatch(z, card.conditional() ? labels : null,
								(card.text() != null) ? captions.sentences() : null,
								(card.text() != null) ? captions.strengths() : null, labels.length)));
	}

	private static float[][] ofSeeds(ModelCard card) {
		ModelCard.Text text = card.text();
		List<String> captions = (text != null) ? text.captions() : null;
		if (text == null || captions == null) {
			return new float[0][];
		}
		try (SentenceEncoder encoder = SentenceEncoder.open()) {
			TextReading reading = TextReading.of(text.clauses());
			return captions.stream().map((caption) -> encoder.encode(caption, reading)).toArray(float[][]::new);
		}
	}

	/**
	 * Generates pictures.
	 * @param labels (count), ignored by a generator without classes
	 */
	public List<Picture> pictures(long[] labels) {
		Levels levels = new Levels(this.shape);
		List<Picture> pictures = new ArrayList<>(labels.length);
		for (int start = 0; start < labels.length; start += BATCH) {
			int count = Math.min(BATCH, labels.length - start);
			float[] z = Latents.sample(new Seed(start), count, this.latentDimension);
			long[] some = new long[count];
			System.arraycopy(labels, start, some, 0, count);
			float[] images = this.generator.generate(z, some, Captions.ofSeeds(this.ofSeeds, start, count));
			for (int i = 0; i < count; i++) {
				pictures.add(new Picture(this.shape.width(), this.shape.height(), this.shape.channels(),
						levels.samples(images, i)));
			}
		}
		return pictures;
	}

	/** A generator as a function. */
	@FunctionalInterface
	public interface Generator {

		/**
		 * Generates pictures.
		 * @param z (count, latentDimension)
		 * @param labels (count)
		 * @param captions as many
		 * @return (count, channels, height, width)
		 */
		float[] generate(float[] z, long[] labels, Captions captions);

	}

}
