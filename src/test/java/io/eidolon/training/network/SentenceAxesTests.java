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

	@Test
	void alongTheAxesCaptionsHaveMeanZeroVarianceOneAndNothingInCommon() {
		float[][] embeddings = embeddings();
		SentenceAxes axes = SentenceAxes.of(embeddings);
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
		SentenceAxes axes = SentenceAxes.of(embeddings());
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
	void captionsThatAreAllAlikeGiveFiniteAxes() {
		float[] one = embeddings()[0];
		SentenceAxes axes = SentenceAxes.of(new float[][] { one, one, one });
		for (float value : axes.axes()) {
			assertThat(value).isFinite();
		}
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
