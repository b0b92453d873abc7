package io.eidolon.search;

import java.util.Comparator;
import java.util.Objects;

import io.eidolon.inference.gradient.GradientInput;
import io.eidolon.inference.gradient.GradientResult;
import io.eidolon.serving.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A latent that is optimised, and the best that it has been. A step to where the loss or
 * its gradient is not finite is halved until both are, and the optimiser never hears of
 * it: one such number would be in all that it remembers.
 */
public final class Candidate {

	/** The least loss first. */
	public static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble((candidate) -> candidate.loss);

	private static final float[] NONE = new float[0];

	private final SearchObjective objective;

	private final Condition condition;

	private final Optimiser optimiser;

	private float[] z;

	/** The last z whose loss and gradient were finite, null until there is one. */
	private float @Nullable [] finite;

	private @Nullable GradientResult result;

	private double loss = Double.POSITIVE_INFINITY;

	private float[] best;

	private float @Nullable [] image;

	private float[] sample = new float[0];

	/** Begins at z. */
	public Candidate(SearchObjective objective, Optimiser optimiser, float[] z, Condition condition) {
		this.objective = objective;
		this.condition = condition;
		this.optimiser = optimiser;
		this.z = z;
		this.best = z;
	}

	/** What is to be evaluated before the next step. */
	GradientInput input() {
		return new GradientInput(this.condition.input(this.z), this.objective.asked());
	}

	/** Takes the loss and the gradient at z. */
	void evaluated(GradientResult found) {
		this.result = new GradientResult(found.loss(), found.gradient(), NONE);
		double value = this.objective.value(this.z, found);
		if (value < this.loss || this.image == null) {
			this.loss = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
			this.best = this.z;
			this.image = found.image();
			this.sample = ImageSample.of(this.image);
		}
		if (Double.isFinite(value) && isFinite(found.gradient())) {
			this.finite = this.z;
		}
	}

	/**
	 * Takes a step from z.
	 * @throws IllegalStateException when no latent was finite yet
	 */
	void step(double size) {
		GradientResult here = Objects.requireNonNull(this.result, "not evaluated");
		if (this.finite == null) {
			throw new IllegalStateException("The loss or its gradient is not finite");
		}
		this.z = (this.z == this.finite) ? this.optimiser.next(this.z, this.objective.value(this.z, here),
				this.objective.gradient(this.z, here), size) : between(this.finite, this.z);
	}

	/** Whether the loss and its gradient were finite at some latent. */
	public boolean isFinite() {
		return this.finite != null;
	}

	/** The least loss. */
	public double loss() {
		return this.loss;
	}

	/** The latent of the least loss. */
	public float[] z() {
		return this.best;
	}

	/** Its image, (channels, height, width). */
	public float[] image() {
		return Objects.requireNonNull(this.image, "not evaluated");
	}

	/** Some values of the image, which stay when the image itself is forgotten. */
	public float[] sample() {
		return this.sample;
	}

	/** Makes room: until the latent is evaluated again, the image is not known. */
	void forgetImage() {
		this.image = null;
	}

	boolean hasImage() {
		return this.image != null;
	}

	/** What the model takes beside the latent. */
	public Condition condition() {
		return this.condition;
	}

	private static boolean isFinite(float[] values) {
		for (float value : values) {
			if (!Float.isFinite(value)) {
				return false;
			}
		}
		return true;
	}

	private static float[] between(float[] from, float[] to) {
		float[] middle = new float[from.length];
		for (int i = 0; i < middle.length; i++) {
			middle[i] = Float.isFinite(to[i]) ? (from[i] + to[i]) / 2 : from[i];
		}
		return middle;
	}

}
