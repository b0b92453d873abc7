package io.eidolon.training.objective;

import java.util.function.UnaryOperator;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The gradient penalties that are added to the discriminator's loss, whatever the
 * objective.
 *
 * @param r1 on real pictures
 * @param r2 on fake pictures
 * @param gradientPenalty between the two
 * @param matchingAware on real pictures with their captions
 * @param interval the steps from one on which they are computed to the next, each time
 * with so many times their weights (Karras et al. 2020, "Analyzing and Improving the
 * Image Quality of StyleGAN", section 3.1: lazy regularisation)
 */
public record Penalties(R1 r1, R2 r2, GradientPenalty gradientPenalty, MatchingAwarePenalty matchingAware,
		int interval) {

	/** No penalty at all. */
	public static final Penalties NONE = of(0, 0, 0);

	/**
	 * Names the weights, 0 for no penalty.
	 * @param r1 gamma of R1
	 * @param r2 gamma of R2
	 * @param gradientPenalty lambda of the one-centred penalty
	 */
	public static Penalties of(double r1, double r2, double gradientPenalty) {
		return of(r1, r2, gradientPenalty, 0, 1);
	}

	/**
	 * Names the weights, 0 for no penalty.
	 * @param r1 gamma of R1
	 * @param r2 gamma of R2
	 * @param gradientPenalty lambda of the one-centred penalty
	 * @param matchingAware k of the matching-aware penalty
	 * @param interval the steps from one penalised step to the next
	 */
	public static Penalties of(double r1, double r2, double gradientPenalty, double matchingAware, int interval) {
		return new Penalties(new R1(r1), new R2(r2), new GradientPenalty(gradientPenalty),
				new MatchingAwarePenalty(matchingAware), interval);
	}

	/**
	 * The penalties of one step: none, or each of its weight times the interval.
	 * @param factor what the weights are multiplied by beside that
	 */
	public Penalties at(long step, double factor) {
		if (step % this.interval != 0) {
			return NONE;
		}
		double times = factor * this.interval;
		return of(times * this.r1.gamma(), times * this.r2.gamma(), times * this.gradientPenalty.lambda(),
				times * this.matchingAware.weight(), 1);
	}

	/** Whether real pictures and their captions must require a gradient. */
	public boolean needRealGradient() {
		return this.r1.active() || this.matchingAware.active();
	}

	/** Whether fake pictures must require a gradient. */
	public boolean needFakeGradient() {
		return this.r2.active();
	}

	/**
	 * Adds the penalties to the discriminator's loss.
	 * @param loss J(D), a scalar
	 * @param x (N, ...) the real pictures as D sees them
	 * @param c (N, ...) the embeddings of their captions, or null without captions
	 * @param y (N, ...) the fake ones, detached from G
	 * @param l the logits of x and y
	 * @param discriminator D: (N, ...) to (N) logits
	 * @return a scalar
	 */
	public Tensor addTo(Tensor loss, Tensor x, @Nullable Tensor c, Tensor y, Logits l,
			UnaryOperator<Tensor> discriminator) {
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
		if (this.matchingAware.active()) {
			sum = sum.add(this.matchingAware.penalty(x, c, l.real()));
		}
		return sum;
	}

}
