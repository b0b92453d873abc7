package io.eidolon.jobs;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.eidolon.serving.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the partitions of jobs run on the replicas that there are: each on one at a time,
 * and on another when that one gives no sign of life any more.
 */
final class JobScheduler implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(JobScheduler.class);

	private static final int MISSED_SIGNS_OF_LIFE = 4;

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

	private static final Duration BETWEEN_CLEANUPS = Duration.ofMinutes(10);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

	private static final int MOST_ATTEMPTS = 6;

	/** A disk is made room on, and a store comes back, in minutes. */
	private static final int MOST_ATTEMPTS_TO_WRITE = 12;

	private final JobDatabase database;

	private final JobTable jobs;

	private final PartitionRun run;

	private final WebhookTask webhooks;

	private final InstantSource clock;

	private final CustomTask<Void> partitions;

	private final Scheduler scheduler;

	JobScheduler(JobDatabase database, JobTable jobs, PartitionRun run, JobCleanup cleanup, WebhookTask webhooks,
			JobProperties properties, InstantSource clock) {
		this.database = database;
		this.jobs = jobs;
		this.webhooks = webhooks;
		this.run = run;
		this.clock = clock;
		this.partitions = Tasks.custom("job-partition", Void.class)
			.onDeadExecutionRevive()
			.onFailure(this::failed)
			.execute((instance, context) -> run(PartitionName.parse(instance.getId()),
					context.getSchedulerState()::isShuttingDown));
		RecurringTask<Void> cleanups = Tasks.recurring("job-cleanup", FixedDelay.of(BETWEEN_CLEANUPS))
			.execute((_, _) -> cleanup.run());
		this.scheduler = Scheduler.create(database.source(), this.partitions, webhooks.task())
			.startTasks(cleanups)
			.threads(properties.threads())
			.pollingInterval(POLL)
			.heartbeatInterval(properties.lease().dividedBy(MISSED_SIGNS_OF_LIFE))
			.missedHeartbeatsLimit(MISSED_SIGNS_OF_LIFE)
			.schedulerName(new SchedulerName.Fixed("eidolon-" + UUID.randomUUID()))
			.enableImmediateExecution()
			.jdbcCustomization(database.customization())
			.shutdownMaxWait(LONGEST_STOP)
			.build();
	}

	void start() {
		this.scheduler.start();
	}

	/** Schedules a job, in the transaction of this thread. */
	void schedule(String job, int partitionCount, Instant now) {
		for (PartitionName partition : PartitionName.all(job, partitionCount)) {
			this.scheduler.schedule(this.partitions.instance(partition.toString()), now);
		}
	}

	/** Looks for what there is to do, now. */
	void wake() {
		this.scheduler.triggerCheckForDueExecutions();
	}

	private CompletionHandler<Void> run(PartitionName partition, BooleanSupplier stopping) {
		boolean more = this.run.run(partition, stopping);
		return (complete, operations) -> {
			if (more) {
				operations.reschedule(complete, this.clock.instant());
			}
			else {
				operations.remove();
			}
		};
	}

	private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		PartitionName partition = PartitionName.parse(complete.getExecution().getId());
		Throwable cause = complete.getCause().orElseGet(() -> new IllegalStateException("for no known reason"));
		int before = complete.getExecution().consecutiveFailures;
		if (cause instanceof InvalidParameterException || before + 1 >= mostAttempts(cause)) {
			logger.error("Job {} fails", partition.job(), cause);
			this.database.inTransaction(() -> {
				fail(partition.job(), FailureReason.of(cause));
				return partition;
			});
			operations.remove();
		}
		else {
			Duration pause = FIRST_PAUSE.multipliedBy(1L << before);
			operations.reschedule(complete,
					this.clock.instant().plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE));
		}
	}

	private static int mostAttempts(Throwable cause) {
		return (cause instanceof UncheckedIOException) ? MOST_ATTEMPTS_TO_WRITE : MOST_ATTEMPTS;
	}

	private void fail(String job, String reason) {
		if (this.jobs.finish(job, JobState.FAILED, reason, this.clock.instant())) {
			this.jobs.find(job).ifPresent(this.webhooks::schedule);
		}
	}

	/** Stops what runs here, which goes on elsewhere or later. */
	@Override
	public void close() {
		this.scheduler.stop();
	}

}
