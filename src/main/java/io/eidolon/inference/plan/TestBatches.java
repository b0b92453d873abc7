package io.eidolon.inference.plan;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.onnx.Signature;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.PortNames;

/**
 * Latents from the standard normal distribution to compare one form of a generator with
 * another on, the same for each load.
 */
final class TestBatches {

	private static final long SEED = 255;

	/** Of latents that are not those of the test. */
	private static final long CALIBRATION_SEED = 256;

	private TestBatches() {
	}

	/** Batches of images that together are so many. */
	static List<LatentBatch> of(ModelCard card, Signature signature, int images, int maxBatch) {
		return of(card, signature, images, maxBatch, new SplittableRandom(SEED));
	}

	/** Single images to learn from which values a graph takes. */
	static List<LatentBatch> forCalibration(ModelCard card, Signature signature, int images) {
		return of(card, signature, images, 1, new SplittableRandom(CALIBRATION_SEED));
	}

	private static List<LatentBatch> of(ModelCard card, Signature signature, int images, int maxBatch,
			SplittableRandom random) {
		return IntStream.iterate(0, (first) -> first < images, (first) -> first + maxBatch)
			.mapToObj((first) -> of(card, signature, Math.min(maxBatch, images - first), random))
			.toList();
	}

	private static LatentBatch of(ModelCard card, Signature signature, int count, SplittableRandom random) {
		float[] z = new float[count * card.latent().dimension()];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) random.nextGaussian();
		}
		long[] labels = card.conditional() ? random.longs(count, 0, card.classes().size()).toArray() : null;
		int length = signature.length(PortNames.SENTENCE);
		if (length == 0) {
			return new LatentBatch(z, labels, count);
		}
		float[] strengths = new float[count];
		Arrays.fill(strengths, 1);
		return new LatentBatch(z, labels, sentences(count, length, random), strengths, count);
	}

	/** Vectors whose length is about 1, as an encoder gives them. */
	private static float[] sentences(int count, int length, SplittableRandom random) {
		float[] sentences = new float[count * length];
		for (int i = 0; i < sentences.length; i++) {
			sentences[i] = (float) (random.nextGaussian() / Math.sqrt(length));
		}
		return sentences;
	}

}
