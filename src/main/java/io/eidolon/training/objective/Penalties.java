package io.eidolon.training.objective;

import java.util.function.UnaryOperator;

import org.bytedeco.pytorch.Tensor;

/**
 * What D descends beside the objective, whichever that is.
 *
 * @param r1 on real pictures
 * @param r2 on drawn pictures
 * @param gradientPenalty between the two
 */
public record Penalties(R1 r1, R2 r2, GradientPenalty gradientPenalty) {

	/** No penalty at all. */
	public static final Penalties NONE = of(0, 0, 0);

	/**
	 * Names the weights, 0 for no penalty.
	 * @param r1 gamma of R1
	 * @param r2 gamma of R2
	 * @param gradientPenalty lambda of the one-centred penalty
	 */
	public static Penalties of(double r1, double r2, double gradientPenalty) {
		return new Penalties(new R1(r1), new R2(r2), new GradientPenalty(gradientPenalty));
	}

	/** The same penalties, each of so many times its weight. */
	public Penalties times(double factor) {
		return of(factor * this.r1.gamma(), factor * this.r2.gamma(), factor * this.gradientPenalty.lambda());
	}

	/**
	 * Adds the penalties to J(D).
	 * @param loss J(D), a scalar
	 * @param x (N, ...) the real pictures, which require a gradient where R1 is active
	 * @param y (N, ...) the drawn ones, cut off from G, likewise for R2
	 * @param l what D says of x and y
	 * @param discriminator D: (N, ...) to (N) logits
	 * @return what D descends, a scalar
	 */
	public Tensor addTo(Tensor loss, Tensor x, Tensor y, Logits l, UnaryOperator<Tensor> discriminator) {
		Tensor sum = loss;
		if (this.r1.active()) {
			sum = sum.add(this.r1.penalty(x, l.real()));
		}
		if (this.r2.active()) {
			sum = sum.add(this.r2.penalty(y, l.fake()));
		}
		if (this.gradientPenalty.active()) {
			sum = sum.add(this.gradientPenalty.penalty(x, y, discriminator));
		}
		return sum;
	}

}
