package io.eidolon.training.loop;

import java.time.Duration;

/** When a run reports: every so many steps, and by time where steps are slow. */
final class ReportInterval {

	private static final Duration FIRST = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofSeconds(10);

	private ReportInterval() {
	}

	/**
	 * Says whether it is time for a report.
	 * @param steps the steps from one report to the next
	 * @param start where this process started
	 * @param reported where it reported last
	 */
	static boolean isOver(int steps, Progress start, Progress reported, Progress now) {
		Duration longest = (reported.step() == start.step()) ? FIRST : LONGEST;
		return now.step() % steps == 0 || now.elapsed().minus(reported.elapsed()).compareTo(longest) >= 0;
	}

}
