package io.eidolon.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * For many steps to a minimum: L-BFGS (Nocedal and Wright 2006, "Numerical optimization",
 * algorithms 7.4 and 7.5, with their symbols). The direction {@code -H g} comes from the
 * last {@value #MEMORY} pairs of steps s and of differences y of the gradient; steps
 * along it become shorter until the loss falls enough (algorithm 3.1).
 */
public final class Lbfgs implements Optimiser {

	private static final int MEMORY = 20;

	/** The share of the directional derivative by which a step has to lower the loss. */
	private static final double C1 = 1e-4;

	/** What a step that was too long is shortened by. */
	private static final double SHORTER = 0.3;

	/** Below this share of the full step, the direction is given up. */
	private static final double SHORTEST = 1e-4;

	/** The length of the first step, of which nothing is known yet. */
	private static final double FIRST = 0.5;

	private final Deque<Pair> pairs = new ArrayDeque<>();

	/** The best point so far, and what is known there. */
	private float[] x = new float[0];

	private double f = Double.POSITIVE_INFINITY;

	private double[] g = new double[0];

	private double[] direction = new double[0];

	private double step;

	@Override
	public float[] next(float[] z, double loss, float[] gradient, double stepSize) {
		double[] found = widened(gradient);
		if (this.x.length == 0 || loss <= this.f + C1 * this.step * dot(this.g, this.direction)) {
			accept(z, loss, found);
		}
		else {
			this.step *= SHORTER;
			if (this.step < SHORTEST) {
				this.pairs.clear();
				findDirection();
			}
		}
		float[] next = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			next[i] = (float) (this.x[i] + this.step * this.direction[i]);
		}
		return next;
	}

	private void accept(float[] z, double loss, double[] found) {
		if (this.x.length > 0) {
			double[] s = new double[z.length];
			double[] y = new double[z.length];
			for (int i = 0; i < z.length; i++) {
				s[i] = (double) z[i] - this.x[i];
				y[i] = found[i] - this.g[i];
			}
			Pair pair = new Pair(s, y, dot(s, y));
			// Only where the derivative rises along the step is the curvature positive.
			if (pair.sy() > 1e-12 * dot(y, y)) {
				this.pairs.addFirst(pair);
			}
			if (this.pairs.size() > MEMORY) {
				this.pairs.removeLast();
			}
		}
		this.x = z;
		this.f = loss;
		this.g = found;
		findDirection();
	}

	/** Finds the direction -H g by the two loops of algorithm 7.4. */
	private void findDirection() {
		double[] q = this.g.clone();
		double[] alpha = new double[this.pairs.size()];
		int i = 0;
		for (Pair pair : this.pairs) {
			alpha[i] = dot(pair.s(), q) / pair.sy();
			add(q, -alpha[i++], pair.y());
		}
		scale(q, this.pairs.isEmpty() ? FIRST / Math.max(Math.sqrt(dot(this.g, this.g)), Double.MIN_NORMAL)
				: this.pairs.getFirst().sy() / dot(this.pairs.getFirst().y(), this.pairs.getFirst().y()));
		for (Iterator<Pair> oldest = this.pairs.descendingIterator(); oldest.hasNext();) {
			Pair pair = oldest.next();
			add(q, alpha[--i] - dot(pair.y(), q) / pair.sy(), pair.s());
		}
		scale(q, -1);
		this.direction = q;
		this.step = 1;
	}

	private static double[] widened(float[] values) {
		double[] wide = new double[values.length];
		for (int i = 0; i < wide.length; i++) {
			wide[i] = values[i];
		}
		return wide;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

	private static void add(double[] to, double factor, double[] values) {
		for (int i = 0; i < to.length; i++) {
			to[i] += factor * values[i];
		}
	}

	private static void scale(double[] values, double factor) {
		for (int i = 0; i < values.length; i++) {
			values[i] *= factor;
		}
	}

	/**
	 * What a step taught about the curvature.
	 *
	 * @param s the step
	 * @param y how the gradient changed along it
	 * @param sy their product, above 0
	 */
	private record Pair(double[] s, double[] y, double sy) {

	}

}
