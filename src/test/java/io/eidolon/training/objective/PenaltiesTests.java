package io.eidolon.training.objective;

import java.nio.DoubleBuffer;
import java.util.function.UnaryOperator;

import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds the penalties against discriminators whose slope is known. */
@WithTensors(seed = 4)
class PenaltiesTests {

	@Test
	void withoutWeightsNothingIsAdded() {
		assertThat(added(Penalties.NONE, linear(3, -4))).isZero();
	}

	@Test
	void eachPenaltyLooksAtItsOwnPictures() {
		// l = |x|^2 / 2, so that |grad|^2 = |x|^2, of mean 5 over the real and 10 over
		// the fake pictures
		UnaryOperator<Tensor> quadratic = (x) -> x.square().sum(1).mul(new Scalar(0.5));
		assertThat(added(Penalties.of(2, 0, 0), quadratic)).isCloseTo(5, within(1e-12));
		assertThat(added(Penalties.of(0, 2, 0), quadratic)).isCloseTo(10, within(1e-12));
		assertThat(added(Penalties.of(2, 4, 0), quadratic)).isCloseTo(25, within(1e-12));
	}

	@Test
	void theOneCentredPenaltyIsTheSquareOfWhatTheGradientsLengthLacks() {
		// |w| = 5 everywhere, 4 more than it should be
		assertThat(added(Penalties.of(0, 0, 10), linear(3, -4))).isCloseTo(160, within(1e-9));
		assertThat(added(Penalties.of(0, 0, 10), linear(0.6, -0.8))).isCloseTo(0, within(1e-9));
	}

	@Test
	void theOneCentredPenaltyLooksBetweenRealsAndFakes() {
		// All pictures are (3, 0) or (1, 0), so that the slope of |x|^2 / 2 is within
		// [1, 3] between them
		Tensor real = Tensor.create(new double[] { 3, 0, 3, 0 }, 2, 2);
		Tensor fake = Tensor.create(new double[] { 1, 0, 1, 0 }, 2, 2);
		UnaryOperator<Tensor> quadratic = (x) -> x.square().sum(1).mul(new Scalar(0.5));
		for (int i = 0; i < 50; i++) {
			double penalty = new GradientPenalty(1).penalty(real, fake, quadratic).item_double();
			assertThat(penalty).isGreaterThan(0).isLessThan(4);
		}
	}

	@Test
	void theOneCentredPenaltyPullsTheGradientsLengthTowardsOne() {
		Tensor w = Tensor.create(new double[] { 3, -4 }).requires_grad_(true);
		new GradientPenalty(10).penalty(real(), fake(), (x) -> x.matmul(w)).backward();
		// 2 lambda (|w| - 1) w / |w|
		DoubleBuffer gradient = w.grad().createBuffer();
		assertThat(gradient.get(0)).isCloseTo(80 * 0.6, within(1e-9));
		assertThat(gradient.get(1)).isCloseTo(80 * -0.8, within(1e-9));
	}

	@Test
	void aFlatDiscriminatorHasAFiniteGradient() {
		Tensor w = Tensor.create(new double[] { 0, 0 }).requires_grad_(true);
		new GradientPenalty(10).penalty(real(), fake(), (x) -> x.matmul(w)).backward();
		assertThat(w.grad().<DoubleBuffer>createBuffer().get(0)).isFinite();
	}

	@Test
	void theMatchingAwarePenaltyIsTheSixthPowerOfTheGradientInPictureAndCaption() {
		// l = w x + v c, so that |grad|^2 = |w|^2 + |v|^2 = 2 + 1
		Tensor x = real().requires_grad_(true);
		Tensor c = fake().requires_grad_(true);
		Tensor real = linear(1, -1).apply(x).add(linear(0, 1).apply(c));
		MatchingAwarePenalty penalty = new MatchingAwarePenalty(2);
		assertThat(penalty.penalty(x, c, real).item_double()).isCloseTo(2 * 27, within(1e-9));
		assertThat(penalty.penalty(x, null, real).item_double()).isCloseTo(2 * 8, within(1e-9));
	}

	@Test
	void theGradientOfTheMatchingAwarePenaltyIsThatOfItsFormula() {
		Tensor w = Tensor.create(new double[] { 0.5, -1 }).requires_grad_(true);
		Tensor x = real().requires_grad_(true);
		new MatchingAwarePenalty(2).penalty(x, null, x.matmul(w)).backward();
		// 2 * 6 |w|^4 w
		DoubleBuffer gradient = w.grad().createBuffer();
		double fourth = 1.25 * 1.25;
		assertThat(gradient.get(0)).isCloseTo(12 * fourth * 0.5, within(1e-9));
		assertThat(gradient.get(1)).isCloseTo(12 * fourth * -1, within(1e-9));
	}

	@Test
	void lazyPenaltiesAreAsHeavyOverAnInterval() {
		Penalties lazy = Penalties.of(2, 0, 0, 0, 4);
		UnaryOperator<Tensor> slope = linear(3, -4);
		double sum = 0;
		for (int step = 0; step < 8; step++) {
			sum += added(lazy.at(step, 0.5), slope);
		}
		assertThat(sum).isCloseTo(8 * added(Penalties.of(1, 0, 0), slope), within(1e-9));
		assertThat(added(lazy.at(3, 1), slope)).isZero();
	}

	private static double added(Penalties penalties, UnaryOperator<Tensor> discriminator) {
		Tensor x = real().requires_grad_(true);
		Tensor y = fake().requires_grad_(true);
		Logits l = new Logits(discriminator.apply(x), discriminator.apply(y));
		return penalties.addTo(torch.zeros(1), x, null, y, l, discriminator).item_double();
	}

	private static UnaryOperator<Tensor> linear(double... slope) {
		return (x) -> x.matmul(Tensor.create(slope));
	}

	private static Tensor real() {
		return Tensor.create(new double[] { 1, 2, 1, -2 }, 2, 2);
	}

	private static Tensor fake() {
		return Tensor.create(new double[] { 3, 1, -1, 3 }, 2, 2);
	}

}
