package io.eidolon.search;

import java.util.Comparator;
import java.util.Objects;

import io.eidolon.inference.gradient.GradientInput;
import io.eidolon.inference.gradient.GradientResult;
import org.jspecify.annotations.Nullable;

/** One latent's way down, which remembers the best point that it passed. */
public final class Descent {

	/** The best first. */
	public static final Comparator<Descent> BEST_FIRST = Comparator.comparingDouble((descent) -> descent.loss);

	private final Objective objective;

	private final int label;

	private final Walk walk;

	private float[] z;

	private @Nullable GradientResult slope;

	private double loss = Double.POSITIVE_INFINITY;

	private float[] best;

	private float @Nullable [] image;

	/** Begins at z. */
	public Descent(Objective objective, Walk walk, float[] z, int label) {
		this.objective = objective;
		this.label = label;
		this.walk = walk;
		this.z = z;
		this.best = z;
	}

	/** What is to be found out before the next step. */
	GradientInput question() {
		return new GradientInput(this.z, this.label, this.objective.asked());
	}

	/** Learns how the point is where it stands. */
	void learn(GradientResult found) {
		this.slope = found;
		double value = this.objective.value(this.z, found);
		if (value < this.loss || this.image == null) {
			this.loss = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
			this.best = this.z;
			this.image = found.image();
		}
	}

	/** Takes a step from where it stands. */
	void step(double length) {
		GradientResult here = Objects.requireNonNull(this.slope, "nothing learned");
		this.z = this.walk.next(this.z, this.objective.value(this.z, here), this.objective.gradient(this.z, here),
				length);
	}

	/** The least loss that was met. */
	public double loss() {
		return this.loss;
	}

	/** The latent of the least loss. */
	public float[] z() {
		return this.best;
	}

	/** Its picture, (channels, height, width). */
	public float[] image() {
		return Objects.requireNonNull(this.image, "nothing learned");
	}

	/** The class that it draws. */
	public int label() {
		return this.label;
	}

}
