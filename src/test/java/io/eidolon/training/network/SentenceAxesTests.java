package io.eidolon.training.network;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import io.eidolon.text.SentenceEncoder;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class SentenceAxesTests {

	private static final int CAPTIONS = 5000;

	private static final int[][] NOTHING_SAID = new int[CAPTIONS][0];

	/**
	 * A number of the embeddings that differs too little to lie along an axis of
	 * variance.
	 */
	private static final int QUIET = 380;

	@Test
	void alongTheAxesCaptionsHaveMeanZeroVarianceOneAndNothingInCommon() {
		float[][] embeddings = embeddings();
		SentenceAxes axes = SentenceAxes.of(embeddings, NOTHING_SAID);
		SentenceInput input = new SentenceInput(new Weights());
		input.fit(axes);

		Tensor along = input.along(rows(embeddings));

		for (float mean : Weights.values(along.mean(0))) {
			assertThat(mean).isCloseTo(0, within(0.01f));
		}
		float[] products = Weights.values(along.t().mm(along));
		for (int i = 0; i < SentenceAxes.COUNT; i++) {
			for (int j = 0; j < SentenceAxes.COUNT; j++) {
				assertThat(products[i * SentenceAxes.COUNT + j] / CAPTIONS).isCloseTo((i == j) ? 1 : 0, within(0.02f));
			}
		}
	}

	@Test
	void directionsAreThoseInWhichCaptionsDifferMost() {
		SentenceAxes axes = SentenceAxes.of(embeddings(), NOTHING_SAID);
		// The first 16 numbers differ most: the first axis lies among them
		double among = 0;
		double all = 0;
		for (int i = 0; i < SentenceEncoder.DIMENSION; i++) {
			double square = Math.pow(axes.axes()[i * SentenceAxes.COUNT], 2);
			among += (i < 16) ? square : 0;
			all += square;
		}
		assertThat(among / all).isGreaterThan(0.9);
	}

	@Test
	void whatCaptionsSayOfAttributesComesFirstHoweverLittleEmbeddingsDifferByIt() {
		float[][] embeddings = embeddings();
		int[][] said = new int[CAPTIONS][];
		for (int i = 0; i < CAPTIONS; i++) {
			// Every third caption leaves it open
			boolean value = embeddings[i][QUIET] > 0.03;
			said[i] = new int[] { (i % 3 == 0) ? -1 : value ? 1 : 0 };
		}

		assertThat(correlation(SentenceAxes.of(embeddings, said), embeddings)).isGreaterThan(0.9);
		assertThat(correlation(SentenceAxes.of(embeddings, NOTHING_SAID), embeddings)).isLessThan(0.2);
	}

	@Test
	void axesOfAttributesAndOfVarianceHaveVarianceOneAndNothingInCommon() {
		float[][] embeddings = embeddings();
		int[][] said = new int[CAPTIONS][];
		for (int i = 0; i < CAPTIONS; i++) {
			said[i] = new int[] { (embeddings[i][QUIET] > 0.03) ? 1 : 0, (embeddings[i][3] > 0.05) ? 1 : 0 };
		}

		Tensor along = along(SentenceAxes.of(embeddings, said), embeddings);

		float[] products = Weights.values(along.t().mm(along));
		for (int i = 0; i < SentenceAxes.COUNT; i++) {
			for (int j = 0; j < SentenceAxes.COUNT; j++) {
				assertThat(products[i * SentenceAxes.COUNT + j] / CAPTIONS).isCloseTo((i == j) ? 1 : 0, within(0.02f));
			}
		}
	}

	@Test
	void whatHardlyAnyCaptionSaysHasNoAxis() {
		float[][] embeddings = embeddings();
		int[][] names = new int[CAPTIONS][];
		for (int i = 0; i < CAPTIONS; i++) {
			names[i] = new int[] { i };
		}

		assertThat(SentenceAxes.of(embeddings, names).axes())
			.isEqualTo(SentenceAxes.of(embeddings, NOTHING_SAID).axes());
	}

	@Test
	void captionsThatAreAllAlikeGiveFiniteAxes() {
		float[] one = embeddings()[0];
		SentenceAxes axes = SentenceAxes.of(new float[][] { one, one, one }, new int[3][0]);
		for (float value : axes.axes()) {
			assertThat(value).isFinite();
		}
	}

	/** How closely the best of all axes goes with the quiet number. */
	private static double correlation(SentenceAxes axes, float[][] embeddings) {
		float[] along = Weights.values(along(axes, embeddings));
		double best = 0;
		for (int axis = 0; axis < SentenceAxes.COUNT; axis++) {
			double product = 0;
			double square = 0;
			for (int i = 0; i < CAPTIONS; i++) {
				double quiet = embeddings[i][QUIET] - 0.03;
				product += quiet * along[i * SentenceAxes.COUNT + axis];
				square += quiet * quiet;
			}
			best = Math.max(best, Math.abs(product) / Math.sqrt(square * CAPTIONS));
		}
		return best;
	}

	private static Tensor along(SentenceAxes axes, float[][] embeddings) {
		SentenceInput input = new SentenceInput(new Weights());
		input.fit(axes);
		return input.along(rows(embeddings));
	}

	/** A common part, and numbers that differ the less the later they come. */
	private static float[][] embeddings() {
		Random random = new Random(5);
		return IntStream.range(0, CAPTIONS).mapToObj((_) -> {
			float[] embedding = new float[SentenceEncoder.DIMENSION];
			for (int i = 0; i < embedding.length; i++) {
				embedding[i] = (float) (0.03 + random.nextGaussian() * 0.1 / (1 + i / 16.0));
			}
			return embedding;
		}).toArray(float[][]::new);
	}

	private static Tensor rows(float[][] embeddings) {
		return torch
			.stack(new TensorVector(Arrays.stream(embeddings).map((row) -> Tensor.create(row)).toArray(Tensor[]::new)));
	}

}
