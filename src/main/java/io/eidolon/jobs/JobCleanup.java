package io.eidolon.jobs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes jobs that have been kept for long enough, and what was begun and left. */
final class JobCleanup {

	private static final Logger logger = LoggerFactory.getLogger(JobCleanup.class);

	private final JobTable jobs;

	private final Results results;

	private final Duration keep;

	private final InstantSource clock;

	JobCleanup(JobTable jobs, Results results, Duration keep, InstantSource clock) {
		this.jobs = jobs;
		this.results = results;
		this.keep = keep;
		this.clock = clock;
	}

	void run() {
		Instant now = this.clock.instant();
		this.jobs.finishedBefore(now.minus(this.keep)).forEach(this::remove);
		try {
			this.results.removeAbandoned(now.minus(Results.LONGEST_PAUSE_OF_WRITERS));
		}
		catch (IOException ex) {
			logger.warn("What was begun and left cannot be removed, which is tried again: {}", ex.toString());
		}
	}

	private void remove(String job) {
		try {
			this.results.remove(job);
			this.jobs.remove(job);
		}
		catch (IOException ex) {
			// Others must not stay for it.
			logger.warn("The results of job {} cannot be removed, which is tried again: {}", job, ex.toString());
		}
	}

}
