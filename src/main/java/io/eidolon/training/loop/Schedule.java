package io.eidolon.training.loop;

/** How a setting goes along a run. */
public enum Schedule {

	/** As it starts. */
	CONSTANT {
		@Override
		public double at(double progress, double end) {
			return 1;
		}
	},

	/**
	 * Down along half a wave, with level ends (Loshchilov and Hutter 2017, "SGDR:
	 * Stochastic Gradient Descent with Warm Restarts", equation 5):
	 *
	 * <pre>
	 * end + (1 - end) (1 + cos(pi p)) / 2
	 * </pre>
	 */
	COSINE {
		@Override
		public double at(double progress, double end) {
			return end + (1 - end) * (1 + Math.cos(Math.PI * progress)) / 2;
		}
	};

	/**
	 * The setting as a share of what it starts from.
	 * @param progress p, the share of the run that is over
	 * @param end the share that is left at the end
	 */
	public abstract double at(double progress, double end);

}
