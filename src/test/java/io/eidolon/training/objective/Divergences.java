package io.eidolon.training.objective;

/**
 * The divergences of densities p and q on the line, by numerical integration, in nats.
 */
final class Divergences {

	private static final int PAIR_CELLS = 600;

	private Divergences() {
	}

	/** KL(p || q). */
	static double kullbackLeibler(Density p, Density q) {
		return Density.integral((x) -> p.at(x) * Math.log(p.at(x) / q.at(x)));
	}

	/** JS(p, q) = 1/2 KL(p || m) + 1/2 KL(q || m), m = (p + q) / 2. */
	static double jensenShannon(Density p, Density q) {
		return Density.integral((x) -> jensenShannonAt(p.at(x), q.at(x)));
	}

	private static double jensenShannonAt(double p, double q) {
		return term(p, p + q) + term(q, p + q);
	}

	private static double term(double p, double sum) {
		return (p > 0) ? 0.5 * p * Math.log(2 * p / sum) : 0;
	}

	/** chi^2(p + q || 2q), the integral of (p - q)^2 / (p + q). */
	static double pearson(Density p, Density q) {
		return Density.integral((x) -> Math.pow(p.at(x) - q.at(x), 2) / (p.at(x) + q.at(x)));
	}

	/** TV(p, q), half the integral of |p - q|. */
	static double totalVariation(Density p, Density q) {
		return Density.integral((x) -> 0.5 * Math.abs(p.at(x) - q.at(x)));
	}

	/** W1(p, q), on the line the integral of the difference of the distributions. */
	static double wasserstein(Density p, Density q) {
		double[] difference = new double[1];
		double[] last = { -Density.EDGE };
		return Density.integral((x) -> {
			difference[0] += (p.at(x) - q.at(x)) * (x - last[0]);
			last[0] = x;
			return Math.abs(difference[0]);
		});
	}

	/** JS(p x q, q x p), over pairs. */
	static double jensenShannonOfPairs(Density p, Density q) {
		double width = 2 * Density.EDGE / PAIR_CELLS;
		double sum = 0;
		for (int i = 0; i < PAIR_CELLS; i++) {
			double x = -Density.EDGE + (i + 0.5) * width;
			for (int j = 0; j < PAIR_CELLS; j++) {
				double y = -Density.EDGE + (j + 0.5) * width;
				sum += jensenShannonAt(p.at(x) * q.at(y), q.at(x) * p.at(y));
			}
		}
		return sum * width * width;
	}

}
