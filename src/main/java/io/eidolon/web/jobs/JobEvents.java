package io.eidolon.web.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.eidolon.jobs.Job;
import io.eidolon.jobs.JobService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.EventStreams;
import io.eidolon.web.http.WireType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells clients how far jobs come, by looking every now and then: whichever replica runs
 * a job, the database knows.
 */
@Component
class JobEvents {

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private static final int MOST_LISTENERS = 100;

	private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

	private final CountDownLatch closed = new CountDownLatch(1);

	private final JobService jobs;

	private final EventStreams streams;

	JobEvents(JobService jobs, EventStreams streams) {
		this.jobs = jobs;
		this.streams = streams;
	}

	/**
	 * Sends events until the job is over, the time of the request is, or the service
	 * stops.
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	void answer(String job, RequestContext context, HttpServletResponse response) {
		if (!this.listeners.tryAcquire()) {
			throw new TooManyListenersException(MOST_LISTENERS);
		}
		try {
			this.streams.answer(response, (events) -> send(job, context, events), "problem", (problem) -> problem);
		}
		finally {
			this.listeners.release();
		}
	}

	private void send(String job, RequestContext context, EventStreams.Events events) {
		int told = -1;
		while (true) {
			Job found = this.jobs.find(job);
			if (found.state().isFinal()) {
				events.send(WireType.name(found.state()), JobAnswer.of(found, null));
				return;
			}
			if (found.done() != told) {
				told = found.done();
				events.send("progress", JobAnswer.of(found, null));
			}
			if (!context.remaining().minus(BETWEEN_LOOKS).isPositive() || await()) {
				return;
			}
		}
	}

	/** Waits until it is time to look again, and says whether the service stops. */
	private boolean await() {
		try {
			return this.closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	@EventListener
	void close(ContextClosedEvent event) {
		this.closed.countDown();
	}

}
