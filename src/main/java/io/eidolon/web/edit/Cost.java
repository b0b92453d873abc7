package io.eidolon.web.edit;

import java.math.BigDecimal;

import io.eidolon.serving.InvalidParameterException;

/** Holds the weights of a search to their bounds. */
final class Cost {

	private static final float MOST = 1000;

	private Cost() {
	}

	static float check(String parameter, float value, float least) {
		if (!(value >= least && value <= MOST)) {
			throw new InvalidParameterException(parameter, new BigDecimal(Float.toString(value)),
					(least > 0) ? "above 0 and at most 1000" : "between 0 and 1000");
		}
		return value;
	}

}
