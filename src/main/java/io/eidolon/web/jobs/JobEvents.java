package io.eidolon.web.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.eidolon.jobs.Job;
import io.eidolon.jobs.JobService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.EventStreams;
import io.eidolon.web.http.WireType;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

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

	private static final int MOST_PER_CLIENT = 10;

	/** How many requests of each client listen. */
	private final Map<String, Integer> listeners = new HashMap<>();

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
	 * @param owner whose job it must be, null for anybody's
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	void answer(String job, @Nullable String owner, RequestContext context, HttpServletResponse response) {
		begin(context.client());
		try {
			this.streams.answer(response, (events) -> send(job, owner, context, events), "problem",
					(problem) -> problem);
		}
		finally {
			end(context.client());
		}
	}

	private synchronized void begin(String client) {
		int own = this.listeners.getOrDefault(client, 0);
		int all = this.listeners.values().stream().mapToInt(Integer::intValue).sum();
		if (own >= MOST_PER_CLIENT) {
			throw new TooManyListenersException(MOST_PER_CLIENT, "requests of this client");
		}
		if (all >= MOST_LISTENERS) {
			throw new TooManyListenersException(MOST_LISTENERS, "clients");
		}
		this.listeners.put(client, own + 1);
	}

	private synchronized void end(String client) {
		this.listeners.computeIfPresent(client, (_, own) -> (own > 1) ? own - 1 : null);
	}

	private void send(String job, @Nullable String owner, RequestContext context, EventStreams.Events events) {
		int told = -1;
		while (true) {
			Job found = this.jobs.find(job, owner);
			if (found.state().isFinal()) {
				events.send(WireType.name(found.state()), JobAnswer.of(found));
				return;
			}
			if (found.done() != told) {
				told = found.done();
				events.send("progress", JobAnswer.of(found));
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
