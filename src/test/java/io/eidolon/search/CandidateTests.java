package io.eidolon.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.inference.gradient.GradientResult;
import io.eidolon.serving.Condition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CandidateTests {

	private static final SearchObjective OBJECTIVE = new SearchObjective(Map.of(), 1, 0, 0, null);

	private final List<Float> seen = new ArrayList<>();

	/** Goes to the right by one, and remembers all losses, as optimisers do. */
	private final Optimiser right = (z, loss, gradient, stepSize) -> {
		this.seen.add((float) loss);
		return new float[] { z[0] + 1 };
	};

	private final Candidate candidate = new Candidate(OBJECTIVE, this.right, new float[1], Condition.NONE);

	@Test
	void theBestIsKeptWhateverComesLater() {
		evaluate(3, 1);
		step();
		evaluate(2, 1);
		step();
		evaluate(5, 1);
		assertThat(this.candidate.loss()).isEqualTo(2);
		assertThat(this.candidate.z()).containsExactly(1);
		assertThat(this.candidate.image()).containsExactly(2);
	}

	@Test
	void aStepToWhereTheLossIsNotFiniteIsHalved() {
		evaluate(3, 1);
		step();
		evaluate(Float.NaN, 1);
		step();
		assertThat(position()).isEqualTo(0.5f);
		evaluate(Float.POSITIVE_INFINITY, 1);
		step();
		assertThat(position()).isEqualTo(0.25f);
		evaluate(1, 1);
		step();
		assertThat(position()).isEqualTo(1.25f);
		assertThat(this.seen).containsExactly(3f, 1f);
	}

	@Test
	void theOptimiserNeverHearsOfAGradientThatIsNotFinite() {
		evaluate(3, 1);
		step();
		evaluate(2, Float.NaN);
		step();
		assertThat(position()).isEqualTo(0.5f);
		assertThat(this.seen).containsExactly(3f);
		assertThat(this.candidate.loss()).isEqualTo(2);
	}

	@Test
	void anImageThatWasForgottenComesBackWithTheNextEvaluation() {
		float[] image = new float[1 << 20];
		image[0] = 5;
		Candidate candidate = TestCandidates.of(1, image);
		float[] sample = candidate.sample();
		assertThat(sample.length).isBetween(8_000, 64 * 64 * 3);
		assertThat(sample[0]).isEqualTo(5);
		candidate.forgetImage();
		assertThat(candidate.hasImage()).isFalse();
		assertThat(candidate.sample()).isSameAs(sample);
		candidate.evaluated(new GradientResult(1, new float[1], image));
		assertThat(candidate.image()).isSameAs(image);
		assertThat(candidate.loss()).isOne();
	}

	@Test
	void ofASmallImageAllValuesAreCompared() {
		float[] image = { 1, 2, 3 };
		assertThat(TestCandidates.of(1, image).sample()).isSameAs(image);
	}

	@Test
	void withoutAnyFiniteLatentItIsNotFiniteAndTakesNoStep() {
		evaluate(Float.NaN, Float.NaN);
		assertThat(this.candidate.isFinite()).isFalse();
		assertThat(this.candidate.loss()).isInfinite();
		assertThatIllegalStateException().isThrownBy(this::step);
	}

	private void evaluate(float loss, float gradient) {
		this.candidate.evaluated(new GradientResult(loss, new float[] { gradient }, new float[] { loss }));
	}

	private void step() {
		this.candidate.step(0.1);
	}

	private float position() {
		return this.candidate.input().generated().z()[0];
	}

}
