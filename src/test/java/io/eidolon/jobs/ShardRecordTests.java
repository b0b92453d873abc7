package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.image.StillFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ShardRecordTests {

	private static final PartitionName PARTITION = new PartitionName("a", 0, 1);

	private final List<Job> over = new ArrayList<>();

	@TempDir
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private JobDatabase database;

	@SuppressWarnings("NullAway.Init")
	private JobTable jobs;

	@SuppressWarnings("NullAway.Init")
	private ResultFolder results;

	@SuppressWarnings("NullAway.Init")
	private ShardRecord record;

	@BeforeEach
	void open() throws IOException {
		this.database = JobDatabase.open(new JobProperties.Database(null, null, null), this.folder, 4);
		this.jobs = new JobTable(this.database.client());
		this.results = new ResultFolder(this.folder);
		this.record = new ShardRecord(this.database, this.jobs, new ShardTable(this.database.client()), this.results,
				"test", InstantSource.system(), this.over::add);
		this.jobs.add(job(), null, 1, 100);
		this.jobs.start("a", Instant.now());
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aJobMayBeCancelledWhileAShardGetsItsName() throws Exception {
		try (Results.Unnamed file = shard(0)) {
			this.record.add(job(), new Shard(0, 0, 10), stored(0), PARTITION, new Results.Unnamed() {

				@Override
				public void name() throws IOException {
					Thread other = Thread.ofPlatform()
						.start(() -> ShardRecordTests.this.jobs.cancel("a", Instant.now()));
					try {
						other.join();
					}
					catch (InterruptedException ex) {
						Thread.currentThread().interrupt();
					}
					file.name();
				}

				@Override
				public void close() {
					// The other one is.
				}

			});
		}
		assertThat(this.jobs.find("a").orElseThrow().state()).isEqualTo(JobState.CANCELLED);
		assertThat(this.results.names("a")).isEmpty();
	}

	@Test
	void aShardThatIsThereIsNotReplaced() throws Exception {
		add(0, "first");
		add(0, "second");
		assertThat(this.folder.resolve("a/shard-000000.tar")).hasContent("first");
		assertThat(this.jobs.find("a").orElseThrow().done()).isEqualTo(10);
	}

	@Test
	void aJobIsDoneWithItsLastShard() throws Exception {
		add(0, "first");
		assertThat(this.over).isEmpty();
		add(1, "second");
		assertThat(this.over).hasSize(1);
		assertThat(this.jobs.find("a").orElseThrow().state()).isEqualTo(JobState.DONE);
		assertThat(this.results.names("a")).contains("manifest.json");
	}

	@Test
	void aJobWhoseArchivesSomebodyRemovedFailsAndNamesOne() throws Exception {
		add(0, "first");
		Files.delete(this.folder.resolve("a/shard-000000.tar"));
		add(1, "second");
		Job failed = this.jobs.find("a").orElseThrow();
		assertThat(failed.state()).isEqualTo(JobState.FAILED);
		assertThat(failed.failure()).contains("shard-000000.tar");
		assertThat(this.over).hasSize(1);
	}

	@Test
	void whatUnfinishedJobsAreGoingToTakeCountsUntilItIsThere() throws Exception {
		assertThat(this.jobs.bytesToCome()).isEqualTo(100);
		add(0, "first");
		assertThat(this.jobs.bytesToCome()).isEqualTo(70);
		this.jobs.cancel("a", Instant.now());
		assertThat(this.jobs.bytesToCome()).isZero();
	}

	private void add(int number, String content) throws IOException {
		Path written = Files.writeString(this.results.newFile(), content);
		try (Results.Unnamed file = this.results.bring(written, "a", stored(number).file(), "")) {
			this.record.add(job(), new Shard(number, 10 * number, 10), stored(number), PARTITION, file);
		}
	}

	private Results.Unnamed shard(int number) throws IOException {
		return this.results.bring(Files.writeString(this.results.newFile(), "all"), "a", stored(number).file(), "");
	}

	private static StoredShard stored(int number) {
		return new StoredShard(number, "shard-00000%s.tar".formatted(number), 30, "");
	}

	private static Job job() {
		JobRequest request = new JobRequest("peeps", "1", 20, 0L, null, 1, Map.of(), List.of(), List.of(), null, null,
				null, StillFormat.PNG, Archive.TAR, null);
		return new Job("a", "client", JobState.WAITING, request, 0, 10, null, null, Instant.now(), null, null);
	}

}
