package io.eidolon.training.network;

import java.util.Random;

import io.eidolon.text.SentenceEncoder;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("libtorch")
class AttributeReadingTests {

	private static final int CAPTIONS = 6000;

	private static final int TIMES = 100;

	private static final int[] ATTRIBUTES = { 3, 2 };

	/** The numbers of the embeddings that tell the first attribute, and the second. */
	private static final int[] TELLS = { 7, 300 };

	@Test
	void whatACaptionSaysIsClearAndWhatItLeavesOpenIsNot() {
		Random random = new Random(1);
		float[][] embeddings = new float[CAPTIONS][SentenceEncoder.DIMENSION];
		int[][] said = new int[CAPTIONS][2];
		for (int i = 0; i < CAPTIONS; i++) {
			int[] values = { random.nextInt(3), random.nextInt(2) };
			embeddings[i] = embedding(random, values[0], (i % 2 == 0) ? values[1] : -1);
			// As of a caption that only one picture has, though it leaves the second open
			said[i] = values;
		}
		AttributeReading reading = AttributeReading.of(embeddings, said, ATTRIBUTES);

		assertThat(mean(reading, random, 2, 1, 2)[0]).isGreaterThan(0.9);
		assertThat(mean(reading, random, 2, 1, 2)[1]).isGreaterThan(0.7);
		assertThat(mean(reading, random, 2, -1, 2)[1]).isLessThan(0.2);
		assertThat(mean(reading, random, 2, 0, 1)).satisfies((clear) -> assertThat(clear[0]).isZero(),
				(clear) -> assertThat(clear[1]).isLessThan(0.05));
	}

	@Test
	void ofAPictureOfWhichNothingIsKnownNothingIsClear() {
		Random random = new Random(2);
		float[][] embeddings = { embedding(random, 0, 0), embedding(random, 1, 1), embedding(random, 2, 0) };
		AttributeReading reading = AttributeReading.of(embeddings, new int[][] { { 0, 0 }, { 1, 1 }, {} }, ATTRIBUTES);
		try (PointerScope _ = new PointerScope()) {
			assertThat(clarity(reading, embeddings[0], -1, -1)).containsExactly(0, 0);
		}
	}

	/** The mean over captions that say two values, for a picture of such a first one. */
	private static double[] mean(AttributeReading reading, Random random, int first, int second, int of) {
		double[] mean = new double[2];
		try (PointerScope _ = new PointerScope()) {
			for (int i = 0; i < TIMES; i++) {
				float[] clear = clarity(reading, embedding(random, first, second), of, 1);
				mean[0] += clear[0] / TIMES;
				mean[1] += clear[1] / TIMES;
			}
		}
		return mean;
	}

	private static float[] clarity(AttributeReading reading, float[] embedding, long... values) {
		Tensor sentence = NewTensor.ofRows(new float[][] { embedding }, 0, 1);
		return Weights.values(reading.clarity(sentence, NewTensor.of(values).view(1, -1)));
	}

	/** Noise in which each attribute that is said has directions of its own. */
	private static float[] embedding(Random random, int first, int second) {
		float[] embedding = new float[SentenceEncoder.DIMENSION];
		for (int i = 0; i < embedding.length; i++) {
			embedding[i] = (float) (0.05 * random.nextGaussian());
		}
		embedding[TELLS[0] + first] += 1;
		if (second >= 0) {
			embedding[TELLS[1] + second] += 1;
		}
		return embedding;
	}

}
