package io.eidolon.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.eidolon.image.StillFormat;
import io.eidolon.serving.InvalidParameterException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

@Timeout(60)
class JobSchedulerTests {

	private static final Duration WEEK = Duration.ofDays(7);

	@TempDir
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private JobDatabase database;

	@SuppressWarnings("NullAway.Init")
	private JobTable jobs;

	private final PartitionRun run = Mockito.mock();

	private final WebhookTask webhooks = Mockito.mock();

	@BeforeEach
	void open() {
		this.database = JobDatabase.open(new JobProperties.Database(null, null, null), this.folder, 4);
		this.jobs = new JobTable(this.database.client());
		OneTimeTask<Void> nothing = Tasks.oneTime("job-webhook", Void.class).execute((_, _) -> {
		});
		Mockito.when(this.webhooks.task()).thenReturn(nothing);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aJobHasFailedTogetherWithWhatIsToBeSaidOfIt() throws Exception {
		Mockito.when(this.run.run(any(), any())).thenThrow(new InvalidParameterException("label", "Hat", "a class"));
		Mockito.doThrow(new IllegalStateException("the process ends here"))
			.doNothing()
			.when(this.webhooks)
			.schedule(any());
		Job job = job();
		this.jobs.add(job, null, 1, 100);
		try (JobScheduler scheduler = scheduler()) {
			scheduler.schedule(job.id(), 1, Instant.now());
			scheduler.start();
			while (!this.jobs.find(job.id()).orElseThrow().state().isFinal()) {
				Thread.sleep(20);
			}
			Mockito.verify(this.webhooks, Mockito.timeout(10_000).times(2)).schedule(any());
		}
		assertThat(this.jobs.find(job.id()).orElseThrow().failure()).isEqualTo("label (Hat) must be a class");
	}

	private JobScheduler scheduler() {
		JobProperties properties = new JobProperties(this.folder, null,
				new JobProperties.S3(null, null, null, null, null, Duration.ofSeconds(1)),
				new JobProperties.Database(null, null, null), 1, 1, 10, 10, 10, 10, DataSize.ofMegabytes(1),
				DataSize.ofMegabytes(1), WEEK, Duration.ofSeconds(2),
				new JobProperties.Webhook(List.of(), List.of(), null, Duration.ofSeconds(1)));
		JobCleanup cleanup = Mockito.mock();
		return new JobScheduler(this.database, this.jobs, this.run, cleanup, this.webhooks, properties,
				InstantSource.system());
	}

	private static Job job() {
		JobRequest request = new JobRequest("peeps", "1", 20, 0L, null, 1, Map.of(), List.of(), List.of(), null, null,
				null, StillFormat.PNG, Archive.TAR, null);
		return new Job("a", "client", JobState.WAITING, request, 0, 20, null, null, Instant.now(), null, null);
	}

}
