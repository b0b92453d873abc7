package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has it said that jobs are over, again and again for half a day until it arrives. */
final class WebhookTask {

	private static final Logger logger = LoggerFactory.getLogger(WebhookTask.class);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final int MOST_ATTEMPTS = 8;

	private final JobTable jobs;

	private final JobWebhook webhook;

	private final InstantSource clock;

	private final OneTimeTask<Void> task;

	private final SchedulerClient scheduler;

	WebhookTask(JobDatabase database, JobTable jobs, JobWebhook webhook, InstantSource clock) {
		this.jobs = jobs;
		this.webhook = webhook;
		this.clock = clock;
		this.task = Tasks.oneTime("job-webhook", Void.class)
			.onFailure(this::failed)
			.execute((instance, _) -> send(instance.getId()));
		this.scheduler = SchedulerClient.Builder.create(database.source(), this.task)
			.jdbcCustomization(database.customization())
			.build();
	}

	OneTimeTask<Void> task() {
		return this.task;
	}

	/** Has it said that a job is over, in the transaction of this thread. */
	void schedule(Job job) {
		if (job.request().webhook() != null) {
			this.scheduler.scheduleIfNotExists(this.task.instance(job.id()), this.clock.instant());
		}
	}

	private void send(String id) {
		Job job = this.jobs.find(id).orElse(null);
		if (job == null) {
			return;
		}
		try {
			this.webhook.send(job, this.clock.instant());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The service stops", ex);
		}
	}

	private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		int before = complete.getExecution().consecutiveFailures;
		if (before + 1 < MOST_ATTEMPTS) {
			operations.reschedule(complete, this.clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (2 * before))));
			return;
		}
		logger.warn("Nobody was told that job {} is over: {}", complete.getExecution().getId(),
				complete.getCause().map(Throwable::getMessage).orElse("for no known reason"));
		operations.remove();
	}

}
