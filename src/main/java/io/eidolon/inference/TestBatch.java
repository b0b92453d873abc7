package io.eidolon.inference;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * Latents to hold one form of a generator against another on, the same for each load.
 *
 * @param z latents of shape (count, dimension), from the standard normal distribution
 * @param labels class indices of shape (count), null for a graph that takes none
 * @param count how many pictures
 */
record TestBatch(float[] z, long @Nullable [] labels, int count) {

	private static final long SEED = 255;

	/** Of latents that are not those of the test. */
	private static final long CALIBRATION_SEED = 256;

	/** Batches of pictures that together are so many. */
	static List<TestBatch> of(ModelCard card, int pictures, int maxBatch) {
		return of(card, pictures, maxBatch, new SplittableRandom(SEED));
	}

	/** Single pictures to learn from which values a graph takes. */
	static List<TestBatch> forCalibration(ModelCard card, int pictures) {
		return of(card, pictures, 1, new SplittableRandom(CALIBRATION_SEED));
	}

	private static List<TestBatch> of(ModelCard card, int pictures, int maxBatch, SplittableRandom random) {
		return IntStream.iterate(0, (first) -> first < pictures, (first) -> first + maxBatch)
			.mapToObj((first) -> of(card, Math.min(maxBatch, pictures - first), random))
			.toList();
	}

	private static TestBatch of(ModelCard card, int count, SplittableRandom random) {
		float[] z = new float[count * card.latent().dimension()];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) random.nextGaussian();
		}
		long[] labels = card.conditional() ? random.longs(count, 0, card.classes().size()).toArray() : null;
		return new TestBatch(z, labels, count);
	}

	/** The graph's values for this batch. */
	float[] run(GeneratorSession session) {
		return session.run(this.z, this.labels, this.count);
	}

	/** The graph's bytes for this batch. */
	byte[] draw(GeneratorSession session) {
		return session.draw(this.z, this.labels, this.count);
	}

}
