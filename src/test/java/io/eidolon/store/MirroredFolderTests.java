package io.eidolon.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MirroredFolderTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path source;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private final FakeStore store = new FakeStore();

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	@BeforeEach
	void fillTheStore() {
		this.store.putAll(TinyGenerators.write(this.source, "faces", 8, 3), this.source);
	}

	@Test
	void modelsAreThereOnceTheFolderIs() {
		try (MirroredFolder mirrored = open()) {
			assertThat(this.folder.resolve("faces/model.json")).exists();
			assertThat(mirrored.problem()).isEmpty();
			this.now.set(START.plusSeconds(40));
			assertThat(mirrored.age()).isEqualTo(Duration.ofSeconds(40));
		}
	}

	@Test
	void aServiceStartsFromItsCacheWhileTheStoreIsAwayAndSaysSo() {
		open().close();
		this.store.away = true;
		try (MirroredFolder mirrored = open()) {
			assertThat(this.folder.resolve("faces/model.json")).exists();
			assertThat(mirrored.problem()).contains("the store is away");
		}
	}

	@Test
	void aModelThatCannotBeCopiedIsTold() {
		this.store.objects.put("broken/model.json", "{".getBytes());
		try (MirroredFolder mirrored = open()) {
			assertThat(mirrored.problem()).hasValueSatisfying((problem) -> assertThat(problem).contains("broken"));
			assertThat(this.folder.resolve("faces/model.json")).exists();
		}
	}

	@Test
	void theStoreIsNotAskedBeforeTheFolderStarts() {
		try (MirroredFolder mirrored = create()) {
			assertThat(this.folder).isEmptyDirectory();
			mirrored.start();
			mirrored.stop();
			mirrored.start();
			assertThat(this.folder.resolve("faces/model.json")).exists();
			assertThat(mirrored.isRunning()).isTrue();
		}
	}

	@Test
	void theStoreIsClosedWithTheFolder() {
		open().close();
		assertThat(this.store.closed).isTrue();
	}

	private MirroredFolder open() {
		MirroredFolder mirrored = create();
		mirrored.start();
		return mirrored;
	}

	private MirroredFolder create() {
		return new MirroredFolder(this.store, this.folder, Duration.ofHours(1), (InstantSource) this.now::get);
	}

}
