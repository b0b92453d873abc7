package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

@Tag("foreign")
class ModelScannerTests {

	@TempDir
	private Path models;

	@Test
	void modelsAreFoundInTheirPlaces() throws IOException {
		TinyGenerators.write(this.models, "flat", 8, 1);
		Path ten = TinyGenerators.write(this.models, "versioned/10", 8, 1);
		TinyGenerators.write(this.models, "versioned/9", 8, 1);
		Path bare = graph("bare.onnx");
		Path named = graph("named/anything.onnx");
		assertThat(scan().locations().keySet()).extracting(ModelLocation::id)
			.containsExactly("bare.onnx", "flat", "named", "versioned/10", "versioned/9");
		assertThat(source("bare.onnx")).isEqualTo(new ModelSource(this.models, bare, "bare", null));
		assertThat(source("named")).isEqualTo(new ModelSource(this.models.resolve("named"), named, "named", null));
		assertThat(source("versioned/10"))
			.isEqualTo(new ModelSource(ten, ten.resolve(ModelFiles.GRAPH), "versioned", "10"));
	}

	@Test
	void whatIsHiddenOrHoldsNoModelIsNoPlace() throws IOException {
		graph(".hidden.onnx");
		graph(".half/generator.onnx");
		graph("half/.generator.onnx");
		graph("model/.3/generator.onnx");
		graph("too/deep/down/generator.onnx");
		Files.createDirectories(this.models.resolve("folder.onnx"));
		Files.writeString(this.models.resolve("README.md"), "# Models");
		assertThat(scan().locations()).isEmpty();
		assertThat(scan().unreadable()).isEmpty();
	}

	@Test
	void aCardAloneIsAPlaceThatCannotBeOpened() throws IOException {
		Files.delete(TinyGenerators.write(this.models, "a", 8, 1).resolve(ModelFiles.GRAPH));
		assertThat(source("a").graph()).doesNotExist();
	}

	@Test
	void ofSeveralGraphsTheOneWithTheUsualNameIsTaken() throws IOException {
		Path folder = graph("a/one.onnx").resolveSibling("");
		graph("a/two.onnx");
		assertThatIllegalStateException().isThrownBy(() -> source("a"))
			.withMessage("%s has several graphs, [one.onnx, two.onnx]; the one to serve must be called generator.onnx"
				.formatted(folder));
		Path usual = graph("a/generator.onnx");
		assertThat(source("a").graph()).isEqualTo(usual);
	}

	@Test
	void filesThatComeChangeOrGoChangeTheFingerprint() throws IOException {
		Path graph = graph("a/generator.onnx");
		Fingerprint first = fingerprint("a");
		assertThat(fingerprint("a")).isEqualTo(first);
		Files.setLastModifiedTime(graph, FileTime.from(Instant.EPOCH));
		Fingerprint touched = fingerprint("a");
		assertThat(touched).isNotEqualTo(first);
		Path card = Files.writeString(graph.resolveSibling(ModelFiles.CARD), "{}");
		assertThat(fingerprint("a")).isNotEqualTo(touched);
		Files.delete(card);
		assertThat(fingerprint("a")).isEqualTo(touched);
		Files.writeString(graph.resolveSibling(".model.json.tmp"), "half");
		Files.createSymbolicLink(graph.resolveSibling("broken"), this.models.resolve("nowhere"));
		assertThat(fingerprint("a")).isEqualTo(touched);
	}

	@Test
	void aFolderMayBeALinkAndItsTargetMayChange() throws IOException {
		Path one = TinyGenerators.write(this.models.resolve(".releases"), "1", 8, 1);
		Path two = TinyGenerators.write(this.models.resolve(".releases"), "2", 16, 1);
		Path link = this.models.resolve("a");
		Files.createSymbolicLink(link, one);
		Fingerprint first = fingerprint("a");
		Files.delete(link);
		Files.createSymbolicLink(link, two);
		assertThat(fingerprint("a")).isNotEqualTo(first);
	}

	@Test
	void whatIsInAFolderThatCannotBeReadIsNotMissed() throws IOException {
		TinyGenerators.write(this.models, "a/1", 8, 1);
		TinyGenerators.write(this.models, "b", 8, 1);
		FolderSnapshot before = scan();
		Path folder = this.models.resolve("a");
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
		try {
			assumeFalse(Files.isReadable(folder), "root reads everything");
			FolderSnapshot now = scan();
			assertThat(now.unreadable()).containsOnlyKeys(folder);
			assertThat(now.locations().keySet()).extracting(ModelLocation::id).containsExactly("b");
			assertThat(before.locations().keySet()).noneMatch(now::isGone);
		}
		finally {
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		}
	}

	@Test
	void nothingIsMissedWhileTheWholeFolderIsAway() throws IOException {
		TinyGenerators.write(this.models, "a", 8, 1);
		FolderSnapshot before = scan();
		Files.move(this.models, this.models.resolveSibling(this.models.getFileName() + "-away"));
		try {
			assertThat(scan().locations()).isEmpty();
			assertThat(before.locations().keySet()).noneMatch(scan()::isGone);
		}
		finally {
			Files.move(this.models.resolveSibling(this.models.getFileName() + "-away"), this.models);
		}
		Files.move(this.models.resolve("a"), this.models.resolve("b"));
		assertThat(before.locations().keySet()).allMatch(scan()::isGone);
	}

	private FolderSnapshot scan() {
		return new ModelScanner(this.models).scan();
	}

	private ModelLocation place(String id) {
		return scan().locations().keySet().stream().filter((place) -> place.id().equals(id)).findFirst().orElseThrow();
	}

	private ModelSource source(String id) throws IOException {
		return place(id).source();
	}

	private @Nullable Fingerprint fingerprint(String id) {
		return scan().fingerprint(place(id));
	}

	private Path graph(String path) throws IOException {
		Path file = this.models.resolve(path);
		Files.createDirectories(file.resolveSibling(""));
		return Files.write(file, TinyGenerators.graph(8, 1, 0));
	}

}
