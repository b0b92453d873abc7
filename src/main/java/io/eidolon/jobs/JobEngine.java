package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import io.eidolon.serving.Provenance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the database of jobs and has them run, where there are jobs. It starts beside the
 * service, which serves whether the database can be reached or not.
 */
@Component
class JobEngine implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(JobEngine.class);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

	private final JobProperties properties;

	private final ShardWriter writer;

	private final String software;

	private final InstantSource clock = InstantSource.system();

	private volatile @Nullable Thread opening;

	private volatile @Nullable OpenEngine open;

	JobEngine(JobProperties properties, ShardWriter writer, Provenance provenance) {
		this.properties = properties;
		this.writer = writer;
		this.software = provenance.software();
	}

	@Override
	public void start() {
		Path path = this.properties.path();
		if (path != null) {
			Thread thread = Thread.ofPlatform()
				.daemon()
				.name("jobs")
				.unstarted(() -> openInTime(path.toAbsolutePath().normalize()));
			this.opening = thread;
			thread.start();
		}
	}

	private void openInTime(Path path) {
		try {
			for (boolean first = true; this.open == null; first = false) {
				try {
					take(open(path));
					logger.info("Jobs write to {}", Objects.requireNonNullElse(this.properties.results(), path));
				}
				catch (RuntimeException | IOException ex) {
					if (first) {
						logger.error("Jobs cannot begin yet, and are tried again and again: {}", ex.getMessage());
						logger.debug("Why jobs cannot begin", ex);
					}
					Thread.sleep(BETWEEN_ATTEMPTS);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private OpenEngine open(Path path) throws IOException {
		Results results = this.properties.openResults(path);
		try {
			return open(results, JobDatabase.open(this.properties.database(), path, this.properties.threads() + 4));
		}
		catch (RuntimeException ex) {
			results.close();
			throw ex;
		}
	}

	private OpenEngine open(Results results, JobDatabase database) {
		try {
			JobTable jobs = new JobTable(database.client());
			ShardTable shards = new ShardTable(database.client());
			JobWebhook webhook = new JobWebhook(this.properties.webhook());
			WebhookTask webhooks = new WebhookTask(database, jobs, webhook, this.clock);
			ShardRecord record = new ShardRecord(database, jobs, shards, results, this.software, this.clock,
					webhooks::schedule);
			PartitionRun run = new PartitionRun(jobs, shards, this.writer, record, results, this.clock);
			JobScheduler scheduler = new JobScheduler(database, jobs, run,
					new JobCleanup(jobs, results, this.properties.keep(), this.clock), webhooks, this.properties,
					this.clock);
			scheduler.start();
			return new OpenEngine(database, jobs, shards, results, scheduler, webhook);
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/** Keeps what is open, unless the service has been stopped meanwhile. */
	private synchronized void take(OpenEngine opened) throws InterruptedException {
		if (this.opening == null) {
			opened.close();
			throw new InterruptedException();
		}
		this.open = opened;
	}

	/**
	 * What jobs are kept in and run by.
	 * @throws JobsOffException when there are no jobs
	 * @throws JobsUnavailableException when the database cannot be reached yet
	 */
	OpenEngine open() {
		if (this.properties.path() == null) {
			throw new JobsOffException();
		}
		OpenEngine engine = this.open;
		if (engine == null) {
			throw new JobsUnavailableException();
		}
		return engine;
	}

	@Override
	public void stop() {
		Thread thread = this.opening;
		synchronized (this) {
			this.opening = null;
		}
		if (thread != null) {
			thread.interrupt();
			try {
				thread.join(BETWEEN_ATTEMPTS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		OpenEngine engine = this.open;
		this.open = null;
		if (engine != null) {
			engine.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.opening != null;
	}

	/** The database, what is kept in it, what runs, and who is told. */
	record OpenEngine(JobDatabase database, JobTable jobs, ShardTable shards, Results results, JobScheduler scheduler,
			JobWebhook webhook) implements AutoCloseable {

		@Override
		public void close() {
			this.scheduler.close();
			this.database.close();
			this.results.close();
		}

	}

}
