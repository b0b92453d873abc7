package io.eidolon.training.loop;

import io.eidolon.training.distributed.Peers;
import org.bytedeco.pytorch.Tensor;

/**
 * The probability p of each augmentation, which follows how sure D is of real pictures
 * (Karras et al. 2020, "Training Generative Adversarial Networks with Limited Data",
 * section 3.1):
 *
 * <pre>
 * r = E sign(l(x))
 * </pre>
 *
 * is 0 while D cannot tell pictures apart, and 1 once it knows its own by heart. Every
 * {@value #INTERVAL} batches p moves up where r is above its target, or down, so fast
 * that it comes from 0 to 1 over {@value #PICTURES} pictures.
 */
final class AdaptiveAugmentation {

	static final int INTERVAL = 4;

	static final int PICTURES = 500_000;

	private final double target;

	private double probability;

	private double signs;

	private int batches;

	/**
	 * Starts without augmentation.
	 * @param target r as it should be, 0 to augment always
	 */
	AdaptiveAugmentation(double target) {
		this.target = target;
		this.probability = (target > 0) ? 0 : 1;
	}

	/** p. */
	double probability() {
		return this.probability;
	}

	/**
	 * Looks at what D says of real pictures.
	 * @param real (N) logits
	 * @param batch the pictures of all processes
	 */
	void observe(Tensor real, int batch, Peers peers) {
		if (this.target > 0) {
			observe(real.sign().mean().item_double(), batch, peers);
		}
	}

	/** Looks at the mean sign of the logits of a batch. */
	void observe(double sign, int batch, Peers peers) {
		this.signs += sign;
		this.batches++;
		if (this.batches == INTERVAL) {
			double r = peers.sum(this.signs)[0] / peers.size() / INTERVAL;
			double step = (double) batch * INTERVAL / PICTURES;
			this.probability = Math.clamp(this.probability + Math.signum(r - this.target) * step, 0, 1);
			this.signs = 0;
			this.batches = 0;
		}
	}

	/** All that a resumed run must know. */
	double[] state() {
		return new double[] { this.probability, this.signs, this.batches };
	}

	/** Goes on from what was known. */
	void restore(double probability, double signs, int batches) {
		if (this.target > 0) {
			this.probability = probability;
			this.signs = signs;
			this.batches = batches;
		}
	}

}
