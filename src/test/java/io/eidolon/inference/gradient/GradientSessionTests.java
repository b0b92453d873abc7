package io.eidolon.inference.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.gradient.Gradient;
import io.eidolon.graph.gradient.Loss;
import io.eidolon.inference.Latents;
import io.eidolon.inference.gradient.GradientSession.GradientResults;
import io.eidolon.inference.onnx.GeneratorSession;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class GradientSessionTests {

	private static final int SIDE = 8;

	private static final int COUNT = 3;

	private final byte[] generator = TinyGenerators.graph(SIDE, 3, 2);

	private final float[] z = Latents.normal(new Random(1), COUNT * TinyGenerators.DIMENSION);

	private final long[] labels = { 0, 1, 1 };

	private final Map<String, float[]> asked = Map.of(Loss.TARGET, new float[COUNT * 3 * SIDE * SIDE], Loss.MASK,
			filled(COUNT * SIDE * SIDE, 1));

	@Test
	void thePicturesAreThoseOfTheGenerator() {
		try (GradientSession gradient = open(); GeneratorSession session = GeneratorSession.open(this.generator)) {
			assertThat(gradient.run(this.z, this.labels, this.asked, COUNT).images())
				.containsExactly(session.run(this.z, this.labels, COUNT), within(1e-6f));
		}
	}

	@Test
	void aStepAgainstTheGradientLowersEachLoss() {
		try (GradientSession gradient = open()) {
			GradientResults before = gradient.run(this.z, this.labels, this.asked, COUNT);
			float[] stepped = this.z.clone();
			for (int i = 0; i < stepped.length; i++) {
				stepped[i] -= 0.1f * before.gradients()[i];
			}
			GradientResults after = gradient.run(stepped, this.labels, this.asked, COUNT);
			for (int i = 0; i < COUNT; i++) {
				assertThat(after.losses()[i]).isLessThan(before.losses()[i]);
			}
		}
	}

	@Test
	void whatTheLossDoesNotKnowIsRefused() {
		try (GradientSession gradient = open()) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> gradient.run(this.z, this.labels, Map.of("colour", new float[COUNT]), COUNT))
				.withMessageContaining("colour is no input of");
		}
	}

	private GradientSession open() {
		return GradientSession
			.open(Gradient.of(OnnxGraph.parse(this.generator), Loss.maskedSquaredError(3, SIDE, SIDE)));
	}

	private static float[] filled(int length, float value) {
		float[] values = new float[length];
		Arrays.fill(values, value);
		return values;
	}

}
