package io.eidolon.web.http;

import java.math.BigDecimal;

import io.eidolon.serving.Bounds;

/**
 * The range of a number.
 *
 * @param minimum the least
 * @param exclusive whether the number must be above the least
 * @param maximum the most
 */
record Bound(BigDecimal minimum, boolean exclusive, BigDecimal maximum) {

	static Bound of(Bounds bounds) {
		return new Bound(BigDecimal.valueOf(bounds.minimum()), false, BigDecimal.valueOf(bounds.maximum()));
	}

	static Bound of(Between between) {
		return new Bound(BigDecimal.valueOf(between.minimum()), between.exclusive(),
				BigDecimal.valueOf(between.maximum()));
	}

	/** The value of a number, with as many digits as it is written with. */
	static BigDecimal decimal(Number number) {
		return new BigDecimal(number.toString());
	}

	boolean holds(Number number) {
		BigDecimal value = decimal(number);
		int above = value.compareTo(this.minimum);
		return (this.exclusive ? above > 0 : above >= 0) && value.compareTo(this.maximum) <= 0;
	}

	@Override
	public String toString() {
		return (this.exclusive ? "above %s and at most %s" : "between %s and %s")
			.formatted(this.minimum.toPlainString(), this.maximum.toPlainString());
	}

}
