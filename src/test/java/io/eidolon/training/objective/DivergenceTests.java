package io.eidolon.training.objective;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Proves what the objectives say they minimise, on densities that are known: D, a table
 * over the line, is trained by the objective itself until it stands still, and its loss
 * held against the divergence, integrated numerically. Then G's gradient against the best
 * D is held against the slope of the divergence.
 */
@Tag("libtorch")
class DivergenceTests {

	private static final Density P = new Density(-1, 1, 0.4);

	private static final Density Q = new Density(-0.4, 1.3, 0.5);

	/** Of a table of cells 0.1 wide, for mixtures of deviation 0.4 and more. */
	private static final Offset<Double> OF_TRAINING = within(3e-3);

	private static final Offset<Double> OF_SLOPE = within(1e-3);

	private static final int CELLS = 120;

	private static final double WIDTH = 2 * Density.EDGE / CELLS;

	private static final int POINTS = 8192;

	private static final int PAIRED_POINTS = 384;

	private static final int STEPS = 400;

	@Test
	void minimaxReachesTheJensenShannonDivergence() {
		Trained trained = train(new Minimax(), UnaryOperator.identity());
		assertThat(-trained.discriminatorLoss()).isCloseTo(Divergences.jensenShannon(P, Q) - Math.log(2), OF_TRAINING);
		assertThat(trained.generatorLoss()).isCloseTo(Divergences.jensenShannon(P, Q) - Math.log(2), OF_TRAINING);
	}

	@Test
	void nonSaturatingHasTheSameBestDiscriminatorAndTheReverseDivergence() {
		Trained trained = train(new NonSaturating(), UnaryOperator.identity());
		assertThat(-trained.discriminatorLoss()).isCloseTo(Divergences.jensenShannon(P, Q) - Math.log(2), OF_TRAINING);
		// -1/2 E log D = 1/2 (KL(q || p) - KL(q || m) + log 2), of which m moves with q
		double toMean = Density.integral((x) -> Q.at(x) * Math.log(2 * Q.at(x) / (P.at(x) + Q.at(x))));
		assertThat(trained.generatorLoss()).isCloseTo(0.5 * (Divergences.kullbackLeibler(Q, P) - toMean + Math.log(2)),
				OF_TRAINING);
	}

	@Test
	void maximumLikelihoodHasAValueThatTellsNothing() {
		assertThat(train(new MaximumLikelihood(), UnaryOperator.identity()).generatorLoss()).isCloseTo(-0.5,
				OF_TRAINING);
	}

	@Test
	void leastSquaresReachesThePearsonDivergence() {
		Trained trained = train(new LeastSquares(), UnaryOperator.identity());
		assertThat(2 - 2 * trained.discriminatorLoss()).isCloseTo(Divergences.pearson(P, Q), OF_TRAINING);
		double ofReal = 0.5 * Arrays.stream(trained.real()).map((l) -> l * l).average().orElseThrow();
		assertThat(2 * (trained.generatorLoss() + ofReal)).isCloseTo(Divergences.pearson(P, Q), OF_TRAINING);
	}

	@Test
	void hingeReachesTheTotalVariation() {
		Trained trained = train(new Hinge(), UnaryOperator.identity());
		assertThat(1 - trained.discriminatorLoss() / 2).isCloseTo(Divergences.totalVariation(P, Q), OF_TRAINING);
		double ofReal = Arrays.stream(trained.real()).average().orElseThrow();
		assertThat((ofReal + trained.generatorLoss()) / 2).isCloseTo(Divergences.totalVariation(P, Q), within(1e-2));
	}

	@Test
	void wassersteinReachesTheDistanceThatMassTravels() {
		// A sum of steps of at most a cell's width has slope 1 at most
		Trained trained = train(new Wasserstein(), (free) -> torch.tanh(free).cumsum(0).mul(scalar(WIDTH)));
		assertThat(-trained.discriminatorLoss()).isCloseTo(Divergences.wasserstein(P, Q), within(1e-2));
	}

	@Test
	void relativisticReachesTheJensenShannonDivergenceOfPairs() {
		Trained trained = train(new Relativistic(), UnaryOperator.identity());
		assertThat(Math.log(2) - trained.discriminatorLoss()).isCloseTo(Divergences.jensenShannonOfPairs(P, Q),
				within(1e-2));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theGradientOfGIsThatOfItsDivergence(Case given) {
		double step = 1e-4;
		double expected = (given.divergence.applyAsDouble(step) - given.divergence.applyAsDouble(-step)) / (2 * step);
		assertThat(slope(given.objective, given.best)).isCloseTo(expected, OF_SLOPE);
		assertThat(Math.abs(expected)).isGreaterThan(0.02);
	}

	@Test
	void theGradientOfLeastSquaresIsNotThatOfItsDivergence() {
		double step = 1e-4;
		double divergence = 0.5 * (Divergences.pearson(P, Q.moved(step)) - Divergences.pearson(P, Q.moved(-step)))
				/ (2 * step);
		assertThat(slope(new LeastSquares(), DivergenceTests::balance)).isNotCloseTo(divergence, within(0.02));
	}

	static Stream<Case> cases() {
		Function<Tensor, Tensor> logRatio = (x) -> density(P, x).log().sub(density(Q, x).log());
		return Stream.of(new Case(new Minimax(), logRatio, (step) -> Divergences.jensenShannon(P, Q.moved(step))),
				new Case(new NonSaturating(), logRatio,
						(step) -> 0.5 * Divergences.kullbackLeibler(Q.moved(step), P)
								- Divergences.jensenShannon(P, Q.moved(step))),
				new Case(new MaximumLikelihood(), logRatio,
						(step) -> 0.5 * Divergences.kullbackLeibler(P, Q.moved(step))));
	}

	/** The best l of least squares, (p - q) / (p + q). */
	private static Tensor balance(Tensor x) {
		Tensor p = density(P, x);
		Tensor q = density(Q, x);
		return p.sub(q).div(p.add(q));
	}

	/**
	 * dJ(G) / dt at t = 0, where G samples from q moved by t, and D is held at its best.
	 */
	private static double slope(Objective objective, Function<Tensor, Tensor> best) {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = Tensor.create(P.points(POINTS));
			Tensor y = Tensor.create(Q.points(POINTS)).requires_grad_(true);
			objective.generatorLoss(new Logits(best.apply(x), best.apply(y))).backward();
			return y.grad().sum().item_double();
		}
	}

	private static Tensor density(Density density, Tensor x) {
		return gaussian(x, density.left(), density.deviation()).add(gaussian(x, density.right(), density.deviation()))
			.mul(scalar(0.5));
	}

	private static Tensor gaussian(Tensor x, double mean, double deviation) {
		Tensor z = x.sub(scalar(mean)).div(scalar(deviation));
		return z.square().div(scalar(-2)).exp().div(scalar(deviation * Math.sqrt(2 * Math.PI)));
	}

	/**
	 * Trains a table of logits, a cell of the line each.
	 * @param table what the free numbers become, a logit each
	 */
	private static Trained train(Objective objective, UnaryOperator<Tensor> table) {
		try (PointerScope _ = new PointerScope()) {
			boolean paired = objective.comparesWithReal();
			Tensor x = cells(P.points(paired ? PAIRED_POINTS : POINTS));
			Tensor y = cells(Q.points(paired ? PAIRED_POINTS : POINTS));
			Tensor free = Tensor.create(new double[CELLS]).requires_grad_(true);
			Adam optimiser = new Adam(new TensorVector(free), new AdamOptions(0.1));
			for (int step = 0; step < STEPS; step++) {
				try (PointerScope _ = new PointerScope()) {
					optimiser.param_groups().get(0).options().set_lr(0.3 * (1 - (double) step / STEPS));
					optimiser.zero_grad();
					objective.discriminatorLoss(logits(table.apply(free), x, y, paired)).backward();
					optimiser.step();
				}
			}
			Logits l = logits(table.apply(free.detach()), x, y, paired);
			double[] real = new double[Math.toIntExact(l.real().numel())];
			l.real().<DoubleBuffer>createBuffer().get(real);
			return new Trained(objective.discriminatorLoss(l).item_double(), objective.generatorLoss(l).item_double(),
					real);
		}
	}

	private static Tensor cells(double[] points) {
		return Tensor.create(Arrays.stream(points)
			.mapToLong((x) -> Math.clamp((long) Math.floor((x + Density.EDGE) / WIDTH), 0, CELLS - 1))
			.toArray());
	}

	/** Looks the logits up, for objectives that pair pictures those of all pairs. */
	private static Logits logits(Tensor table, Tensor x, Tensor y, boolean paired) {
		Tensor real = table.index_select(0, x);
		Tensor fake = table.index_select(0, y);
		if (!paired) {
			return new Logits(real, fake);
		}
		long n = real.size(0);
		return new Logits(real.unsqueeze(1).expand(n, n).flatten(), fake.unsqueeze(0).expand(n, n).flatten());
	}

	private static Scalar scalar(double value) {
		return new Scalar(value);
	}

	private record Trained(double discriminatorLoss, double generatorLoss, double[] real) {

	}

	record Case(Objective objective, Function<Tensor, Tensor> best, DoubleUnaryOperator divergence) {

		@Override
		public String toString() {
			return this.objective.name();
		}

	}

}
