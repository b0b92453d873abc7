package io.eidolon.training.objective;

import java.nio.DoubleBuffer;
import java.util.List;

import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors
class MatchingAwareTests {

	static final List<Objective> OBJECTIVES = Objective.ALL;

	private static final double STEP = 1e-5;

	private static final double[] REAL = { 0.3, 1.7 };

	private static final double[] FAKE = { -0.4, 0.8 };

	private static final double[] WRONG = { 0.2, -1.5 };

	@Test
	void fakePicturesAndWrongCaptionsCountHalfEach() {
		// Real: 0.7 and 0; fake: 0.6 and 1.8; wrong: 1.2 and 0
		double expected = 0.7 / 2 + 0.5 * (0.6 + 1.8) / 2 + 0.5 * 1.2 / 2;
		assertThat(loss(new Hinge(), WRONG)).isCloseTo(expected, within(1e-12));
	}

	@Test
	void aPictureWithoutWrongCaptionHasNoPartInThatLoss() {
		// Only the second: real 0, fake 0.6 and 1.8, wrong 0
		double expected = 0.5 * (0.7 / 2 + (0.6 + 1.8) / 2) + 0.5 * (0 + 0);
		assertThat(loss(new Hinge(), WRONG, false, true)).isCloseTo(expected, within(1e-12));
		assertThat(loss(new Hinge(), WRONG, false, false)).isCloseTo(0.7 / 2 + (0.6 + 1.8) / 2, within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("OBJECTIVES")
	void theGradientWithRespectToWrongCaptionsIsThatOfTheValue(Objective objective) {
		Tensor wrong = Tensor.create(WRONG).requires_grad_(true);
		MatchingAware.discriminatorLoss(objective, logits(), wrong, found(true, true)).backward();
		double above = loss(objective, new double[] { WRONG[0] + STEP, WRONG[1] });
		double below = loss(objective, new double[] { WRONG[0] - STEP, WRONG[1] });
		assertThat(wrong.grad().<DoubleBuffer>createBuffer().get(0)).isCloseTo((above - below) / (2 * STEP),
				within(1e-8));
	}

	private static double loss(Objective objective, double[] wrong) {
		return loss(objective, wrong, true, true);
	}

	private static double loss(Objective objective, double[] wrong, boolean... found) {
		return MatchingAware.discriminatorLoss(objective, logits(), Tensor.create(wrong), found(found)).item_double();
	}

	private static Tensor found(boolean... found) {
		double[] ones = new double[found.length];
		for (int i = 0; i < ones.length; i++) {
			ones[i] = found[i] ? 1 : 0;
		}
		return Tensor.create(ones).gt(new Scalar(0));
	}

	private static Logits logits() {
		return new Logits(Tensor.create(REAL), Tensor.create(FAKE));
	}

}
