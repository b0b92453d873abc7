package io.eidolon.training.objective;

import java.nio.DoubleBuffer;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds losses and their gradients against the formulas in double precision. */
@Tag("libtorch")
class ObjectiveTests {

	private static final Random RANDOM = new Random(11);

	static final double[][] REAL_LOGITS = Stream.generate(() -> logits(7)).limit(20).toArray(double[][]::new);

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void discriminatorLossIsTheMeanOfBothLogLosses(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new NonSaturating()::discriminatorLoss, real, fake)).isCloseTo(discriminatorLoss(real, fake),
				within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void minimaxIsTheNegativeOfTheDiscriminatorsLoss(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new Minimax()::generatorLoss, real, fake)).isCloseTo(-discriminatorLoss(real, fake),
				within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void nonSaturatingIsTheLogLossOfFoolingTheDiscriminator(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new NonSaturating()::generatorLoss, real, fake))
			.isCloseTo(-0.5 * mean(fake, (l) -> Math.log(sigmoid(l))), within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void maximumLikelihoodIsTheMeanOddsOfBeingReal(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new MaximumLikelihood()::generatorLoss, real, fake))
			.isCloseTo(-0.5 * mean(fake, (l) -> sigmoid(l) / (1 - sigmoid(l))), within(1e-9));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void leastSquaresIsTheDistanceFromWhatEachNetworkWants(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new LeastSquares()::discriminatorLoss, real, fake)).isCloseTo(
				0.5 * mean(real, (l) -> (l - 1) * (l - 1)) + 0.5 * mean(fake, (l) -> (l + 1) * (l + 1)), within(1e-12));
		assertThat(value(new LeastSquares()::generatorLoss, real, fake)).isCloseTo(0.5 * mean(fake, (l) -> l * l),
				within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void hingeAsksForAMarginOnEachSide(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new Hinge()::discriminatorLoss, real, fake))
			.isCloseTo(mean(real, (l) -> Math.max(0, 1 - l)) + mean(fake, (l) -> Math.max(0, 1 + l)), within(1e-12));
		assertThat(value(new Hinge()::generatorLoss, real, fake)).isCloseTo(-mean(fake, (l) -> l), within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void wassersteinIsTheDifferenceOfTheMeans(double[] real) {
		double[] fake = logits(7);
		assertThat(value(new Wasserstein()::discriminatorLoss, real, fake))
			.isCloseTo(mean(fake, (l) -> l) - mean(real, (l) -> l), within(1e-12));
		assertThat(value(new Wasserstein()::generatorLoss, real, fake)).isCloseTo(-mean(fake, (l) -> l), within(1e-12));
	}

	@ParameterizedTest
	@FieldSource("REAL_LOGITS")
	void relativisticComparesEachFakeWithAReal(double[] real) {
		double[] fake = logits(7);
		double discriminator = 0;
		double generator = 0;
		for (int i = 0; i < 7; i++) {
			discriminator -= Math.log(sigmoid(real[i] - fake[i])) / 7;
			generator -= Math.log(sigmoid(fake[i] - real[i])) / 7;
		}
		assertThat(value(new Relativistic()::discriminatorLoss, real, fake)).isCloseTo(discriminator, within(1e-12));
		assertThat(value(new Relativistic()::generatorLoss, real, fake)).isCloseTo(generator, within(1e-12));
	}

	@ParameterizedTest
	@MethodSource("losses")
	void gradientsAgreeWithFiniteDifferences(Function<Logits, Tensor> loss) {
		double[] real = logits(5);
		double[] fake = logits(5);
		double[][] gradients = gradients(loss, real, fake);
		for (int i = 0; i < 5; i++) {
			assertThat(gradients[0][i]).isCloseTo(centralDifference(real, i, (x) -> value(loss, x, fake)),
					within(1e-6));
			assertThat(gradients[1][i]).isCloseTo(centralDifference(fake, i, (x) -> value(loss, real, x)),
					within(1e-6));
		}
	}

	@ParameterizedTest
	@MethodSource("losses")
	void certainDiscriminatorsGiveFiniteLossesAndGradients(Function<Logits, Tensor> loss) {
		for (double extreme : new double[] { -1e4, -100, 100, 1e4 }) {
			double[] logits = { extreme, -extreme };
			assertThat(value(loss, logits, logits)).isFinite();
			for (double[] gradient : gradients(loss, logits, logits)) {
				assertThat(gradient[0]).isFinite();
				assertThat(gradient[1]).isFinite();
			}
		}
	}

	@Test
	void minimaxSaturatesWhereNonSaturatingDoesNot() {
		double[] rejected = { -30 };
		assertThat(Math.abs(gradients(new Minimax()::generatorLoss, rejected, rejected)[1][0])).isLessThan(1e-10);
		assertThat(gradients(new NonSaturating()::generatorLoss, rejected, rejected)[1][0]).isCloseTo(-0.5,
				within(1e-10));
	}

	@Test
	void maximumLikelihoodGoesOnAsATangentWhereExpWouldOverflow() {
		double from = MaximumLikelihood.LINEAR_FROM;
		double[] beyond = { from + 3 };
		assertThat(value(new MaximumLikelihood()::generatorLoss, beyond, beyond)).isCloseTo(-0.5 * Math.exp(from) * 4,
				within(1e-3));
		assertThat(gradients(new MaximumLikelihood()::generatorLoss, beyond, beyond)[1][0])
			.isCloseTo(-0.5 * Math.exp(from), within(1e-3));
	}

	static Stream<Function<Logits, Tensor>> losses() {
		return Objective.ALL.stream()
			.flatMap((objective) -> Stream.of(objective::generatorLoss, objective::discriminatorLoss));
	}

	private static double discriminatorLoss(double[] real, double[] fake) {
		return -0.5 * mean(real, (l) -> Math.log(sigmoid(l))) - 0.5 * mean(fake, (l) -> Math.log(1 - sigmoid(l)));
	}

	private static double sigmoid(double l) {
		return 1 / (1 + Math.exp(-l));
	}

	private static double mean(double[] logits, Function<Double, Double> term) {
		double sum = 0;
		for (double l : logits) {
			sum += term.apply(l);
		}
		return sum / logits.length;
	}

	private static double[] logits(int count) {
		return RANDOM.doubles(count, -6, 6).toArray();
	}

	private static double centralDifference(double[] at, int index, Function<double[], Double> function) {
		double step = 1e-5;
		double[] above = at.clone();
		double[] below = at.clone();
		above[index] += step;
		below[index] -= step;
		return (function.apply(above) - function.apply(below)) / (2 * step);
	}

	private static double value(Function<Logits, Tensor> loss, double[] real, double[] fake) {
		return with(real, fake, (x, y) -> loss.apply(new Logits(x, y)).item_double());
	}

	/**
	 * Returns d loss / d real and d loss / d fake, zeros where the loss does not look.
	 */
	private static double[][] gradients(Function<Logits, Tensor> loss, double[] real, double[] fake) {
		return with(real, fake, (x, y) -> {
			loss.apply(new Logits(x, y)).backward();
			return new double[][] { gradient(x, real.length), gradient(y, fake.length) };
		});
	}

	private static double[] gradient(Tensor tensor, int length) {
		double[] values = new double[length];
		if (tensor.grad().defined()) {
			tensor.grad().<DoubleBuffer>createBuffer().get(values);
		}
		return values;
	}

	private static <T> T with(double[] real, double[] fake, BiFunction<Tensor, Tensor, T> function) {
		try (PointerScope _ = new PointerScope()) {
			return function.apply(Tensor.create(real).requires_grad_(true), Tensor.create(fake).requires_grad_(true));
		}
	}

}
