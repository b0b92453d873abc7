package io.eidolon.graph.canonical;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Numbers between which others lie.
 *
 * @param minimum the least, or minus infinity
 * @param maximum the greatest, or infinity
 * @param tight whether images use it from end to end, as far as that can be told: what an
 * activation makes, or what scales and shifts that; sums of such mostly do not
 */
record Interval(double minimum, double maximum, boolean tight) {

	static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

	static final Interval UNIT = new Interval(0, 1, true);

	static final Interval BYTES = new Interval(0, 255, true);

	/** The interval of some numbers. */
	static Interval of(double[] values) {
		double minimum = DoubleStream.of(values).min().orElse(Double.NaN);
		double maximum = DoubleStream.of(values).max().orElse(Double.NaN);
		return (minimum <= maximum) ? new Interval(minimum, maximum, minimum == maximum) : ALL;
	}

	/** What a bounded odd function such as tanh makes of it: the half that it reaches. */
	Interval signed() {
		return new Interval((this.minimum >= 0) ? 0 : -1, (this.maximum <= 0) ? 0 : 1, true);
	}

	/** What a function that never falls makes of it. */
	Interval rising(DoubleUnaryOperator function) {
		return new Interval(function.applyAsDouble(this.minimum), function.applyAsDouble(this.maximum), this.tight);
	}

	/** The same with less, or none, beyond bounds. */
	Interval clamped(double least, double most) {
		double low = Math.max(this.minimum, least);
		double high = Math.min(this.maximum, most);
		return (low <= high)
				? new Interval(low, high, this.tight || (low == least && high == most) || isHalf(least, most)) : ALL;
	}

	// One end by the bound, and the other by what is bounded: a rectifier, cut at 1.
	private boolean isHalf(double least, double most) {
		return Double.isFinite(this.minimum) && Double.isFinite(most) && most <= this.maximum
				|| Double.isFinite(this.maximum) && Double.isFinite(least) && least >= this.minimum;
	}

	Interval negated() {
		return new Interval(-this.maximum, -this.minimum, this.tight);
	}

	/** What an operator that is monotone in both operands makes of two. */
	Interval with(Interval other, DoubleBinaryOperator operator) {
		double[] ends = { operator.applyAsDouble(this.minimum, other.minimum),
				operator.applyAsDouble(this.minimum, other.maximum),
				operator.applyAsDouble(this.maximum, other.minimum),
				operator.applyAsDouble(this.maximum, other.maximum) };
		Interval ends4 = of(ends);
		boolean affine = (isPoint() && other.tight) || (other.isPoint() && this.tight);
		return new Interval(ends4.minimum, ends4.maximum, affine);
	}

	/** The least interval around some. */
	static Interval around(List<Interval> all) {
		double minimum = all.stream().mapToDouble(Interval::minimum).min().orElse(Double.NEGATIVE_INFINITY);
		double maximum = all.stream().mapToDouble(Interval::maximum).max().orElse(Double.POSITIVE_INFINITY);
		return new Interval(minimum, maximum,
				all.stream().anyMatch((one) -> one.tight && one.minimum == minimum && one.maximum == maximum));
	}

	/** The same, not used from end to end. */
	Interval loose() {
		return new Interval(this.minimum, this.maximum, false);
	}

	boolean isPoint() {
		return this.minimum == this.maximum;
	}

	boolean isFinite() {
		return Double.isFinite(this.minimum) && Double.isFinite(this.maximum);
	}

}
