package io.eidolon.training.quality;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The kernel k(x) that old pixels are weighed by, in new pixels when a picture shrinks.
 */
enum Resampling {

	/** 1 - |x| up to 1. */
	@JsonProperty("bilinear")
	BILINEAR(1) {
		@Override
		double weight(double x) {
			return Math.max(0, 1 - Math.abs(x));
		}
	},

	/**
	 * The cubic convolution of Keys 1981 with a = -1/2:
	 *
	 * <pre>
	 * (a + 2) |x|^3 - (a + 3) |x|^2 + 1           up to 1
	 * a |x|^3 - 5 a |x|^2 + 8 a |x| - 4 a         up to 2
	 * </pre>
	 */
	@JsonProperty("bicubic")
	BICUBIC(2) {
		@Override
		double weight(double x) {
			double d = Math.abs(x);
			if (d < 1) {
				return ((A + 2) * d - (A + 3)) * d * d + 1;
			}
			return (d < 2) ? A * (((d - 5) * d + 8) * d - 4) : 0;
		}
	};

	private static final double A = -0.5;

	private final int reach;

	Resampling(int reach) {
		this.reach = reach;
	}

	/** From which distance on k is 0. */
	int reach() {
		return this.reach;
	}

	/** k(x). */
	abstract double weight(double x);

}
