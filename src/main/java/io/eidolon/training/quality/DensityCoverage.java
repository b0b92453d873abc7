package io.eidolon.training.quality;

import java.util.stream.IntStream;

/**
 * Precision and recall that single odd pictures cannot sway. With balls around the N real
 * points only, which reach to the k-th nearest other real one, and M generated points,
 *
 * <pre>
 * density  = sum over generated points of the balls that each lies in / (k M)
 * coverage = share of the real points with a generated one in their ball
 * </pre>
 *
 * (Naeem et al. 2020, "Reliable Fidelity and Diversity Metrics for Generative Models",
 * equations 3 and 5, with their k = {@value #K}). One real picture unlike all others has
 * a large ball, which makes all generated ones precise, but counts once in density.
 * Points of one distribution have a density of 1 in expectation; more generated pictures
 * raise coverage, so that only figures of equal counts compare.
 *
 * @param density from 0; above 1 where generated pictures crowd around real ones
 * @param coverage from 0 to 1
 */
public record DensityCoverage(double density, double coverage) {

	/** The neighbour that a ball reaches to. */
	static final int K = 5;

	/**
	 * Measures both.
	 * @throws IllegalArgumentException when a set has {@value #K} points or fewer, or
	 * when they lie in different spaces
	 */
	public static DensityCoverage of(Features real, Features generated) {
		Features.requireComparable(real, generated, K + 1);
		Balls balls = Balls.of(real, K);
		long memberships = IntStream.of(balls.around(generated)).asLongStream().sum();
		Neighbours nearest = Neighbours.of(real, generated, 1);
		long covered = IntStream.range(0, real.count())
			.filter((point) -> nearest.distance(point) <= balls.radii()[point])
			.count();
		return new DensityCoverage((double) memberships / ((long) K * generated.count()),
				(double) covered / real.count());
	}

}
