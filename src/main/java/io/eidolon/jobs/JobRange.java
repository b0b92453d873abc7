package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.Sha256;
import io.eidolon.registry.ModelUnavailableException;
import io.eidolon.registry.NoModelException;
import io.eidolon.serving.Provenance;
import io.eidolon.serving.RequestContexts;
import io.eidolon.store.Bucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Generates every n-th shard of a job, of which other processes generate the others, and
 * writes a manifest of its own. What is there already is kept, so that a process that is
 * started again goes on where it was.
 */
@Component
@ConditionalOnProperty("eidolon.job.count")
class JobRange implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(JobRange.class);

	private static final Duration LONGEST_START = Duration.ofMinutes(10);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final JobRangeProperties range;

	private final JobProperties properties;

	private final JobPictures pictures;

	private final ShardWriter writer;

	private final RequestContexts contexts;

	private final String software;

	JobRange(JobRangeProperties range, JobProperties properties, JobPictures pictures, ShardWriter writer,
			RequestContexts contexts, Provenance provenance) {
		this.range = range;
		this.properties = properties;
		this.pictures = pictures;
		this.writer = writer;
		this.contexts = contexts;
		this.software = provenance.software();
	}

	@Override
	public void run(ApplicationArguments arguments) throws Exception {
		JobRequest asked = this.range.request();
		try (Results results = results(Objects.requireNonNull(this.range.output()))) {
			run(asked, results);
		}
	}

	private Results results(String output) throws IOException {
		boolean elsewhere = Bucket.isMeant(output);
		Path folder = elsewhere ? Path.of(System.getProperty("java.io.tmpdir"), "eidolon-job") : Path.of(output);
		return Results.open("eidolon.job.output", output, folder.toAbsolutePath().normalize(),
				this.properties.s3().access());
	}

	private void run(JobRequest asked, Results results) throws Exception {
		ModelCard card = card(asked);
		Job job = new Job("", "range", JobState.RUNNING,
				asked.completed(card.name(), card.version(), this.range.seed()), 0, this.properties.shardSize(),
				card.licence(), null, Instant.now(), null, null);
		results.removeAbandoned(Instant.now().minus(Results.LONGEST_PAUSE_OF_WRITERS));
		List<StoredShard> stored = generate(job, results);
		byte[] manifest = JobManifest.of(job, stored, this.software).bytes();
		results.publish(Files.write(results.newFile(), manifest), job.id(),
				String.format(Locale.ROOT, "manifest-%05d.json", this.range.index()), Sha256.hex(manifest));
		logger.info("Part {} of {} is done: {} archives", this.range.index() + 1, this.range.parts(), stored.size());
	}

	/** That of the model, which may have to be opened first. */
	private ModelCard card(JobRequest asked) throws InterruptedException {
		long begun = System.nanoTime();
		while (true) {
			try {
				return this.pictures
					.first(asked,
							this.contexts.background("range", LONGEST_START, Thread.currentThread()::isInterrupted))
					.card();
			}
			catch (ModelUnavailableException | NoModelException ex) {
				if (System.nanoTime() - begun > LONGEST_START.toNanos()) {
					throw ex;
				}
			}
			Thread.sleep(PAUSE);
		}
	}

	private List<StoredShard> generate(Job job, Results results) throws Exception {
		List<Future<StoredShard>> shards = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(this.properties.threads())) {
			for (Shard shard : Shard.of(job.request().total(), job.shardSize())) {
				if (shard.number() % this.range.parts() == this.range.index()) {
					shards.add(threads.submit(() -> generate(job, shard, results)));
				}
			}
			List<StoredShard> stored = new ArrayList<>();
			try {
				for (Future<StoredShard> shard : shards) {
					stored.add(shard.get());
				}
			}
			finally {
				threads.shutdownNow();
			}
			return stored;
		}
	}

	private StoredShard generate(Job job, Shard shard, Results results) {
		try {
			Optional<StoredShard> there = results.find(job, shard);
			return there.isPresent() ? there.get() : generateAnew(job, shard, results);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private StoredShard generateAnew(Job job, Shard shard, Results results) throws IOException {
		Path file = results.newFile();
		try {
			StoredShard stored = this.writer.write(job, shard, file, Thread.currentThread()::isInterrupted, (_) -> {
			});
			results.publish(file, job.id(), stored.file(), stored.sha256());
			logger.info("{} holds {} pictures", stored.file(), shard.count());
			return stored;
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

}
