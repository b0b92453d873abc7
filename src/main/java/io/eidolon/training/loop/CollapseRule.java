package io.eidolon.training.loop;

import java.util.Optional;

/** Recognises a run from which nothing better will come. */
final class CollapseRule {

	/** The measurements in a row that are worse, without any recall. */
	static final int MEASUREMENTS = 3;

	/** The steps over which D(G(z)) is below {@value #LOST}. */
	static final long STEPS = 5000;

	static final double LOST = 1e-3;

	private double lastDistance = Double.POSITIVE_INFINITY;

	private int worse;

	private long lostSince = -1;

	/** Looks at a measurement, and says why the run has collapsed if it has. */
	Optional<String> onMeasured(Measured measured) {
		boolean isWorse = measured.recall() == 0 && measured.distance() > this.lastDistance;
		this.worse = isWorse ? this.worse + 1 : 0;
		this.lastDistance = measured.distance();
		return (this.worse >= MEASUREMENTS)
				? Optional.of("recall is 0 and the distance has grown over %s measurements".formatted(MEASUREMENTS))
				: Optional.empty();
	}

	/** Looks at the means of some steps, and says why the run has collapsed if it has. */
	Optional<String> onReport(Progress progress) {
		if (progress.last().fake() >= LOST) {
			this.lostSince = -1;
			return Optional.empty();
		}
		if (this.lostSince < 0) {
			this.lostSince = progress.step();
		}
		return (progress.step() - this.lostSince >= STEPS)
				? Optional.of("D(G(z)) was below %s over %s steps".formatted(LOST, STEPS)) : Optional.empty();
	}

}
