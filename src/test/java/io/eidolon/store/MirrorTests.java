package io.eidolon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class MirrorTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path source;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private final FakeStore store = new FakeStore();

	@BeforeEach
	void fillTheStore() {
		put(8);
	}

	@Test
	void allModelsAreCopiedWithTheirVersions() throws IOException {
		TinyGenerators.write(this.source.resolve("sized"), "2", 8, 1);
		this.store.putAll(this.source, this.source);
		this.store.objects.put("bare.onnx", this.store.objects.get("faces/generator.onnx"));
		assertThat(update()).isEmpty();
		assertThat(files()).containsExactlyInAnyOrderElementsOf(this.store.objects.keySet());
		ModelCards.verifyFiles(this.folder.resolve("faces"), ModelCards.read(this.folder.resolve("faces")));
	}

	@Test
	void whatIsThereAlreadyIsNotFetchedAgain() throws IOException {
		update();
		this.store.fetched.clear();
		assertThat(update()).isEmpty();
		assertThat(this.store.fetched).isEmpty();
	}

	@Test
	void onlyWhatHasChangedIsFetched() throws IOException {
		update();
		this.store.fetched.clear();
		byte[] card = this.store.objects.get("faces/model.json");
		this.store.objects.put("faces/model.json", (new String(card) + "\n").getBytes());
		assertThat(update()).isEmpty();
		assertThat(this.store.fetched).containsExactly("faces/model.json");
		assertThat(this.folder.resolve("faces/model.json"))
			.hasBinaryContent(this.store.objects.get("faces/model.json"));
	}

	@Test
	void aCopyThatWasDamagedIsFetchedAgain() throws IOException {
		update();
		Files.write(this.folder.resolve("faces/generator.onnx"), new byte[3]);
		update();
		assertThat(this.folder.resolve("faces/generator.onnx"))
			.hasBinaryContent(this.store.objects.get("faces/generator.onnx"));
	}

	@Test
	void whatIsGoneFromTheStoreGoes() throws IOException {
		this.store.putAll(TinyGenerators.write(this.source, "other", 8, 1), this.source);
		update();
		this.store.objects.keySet().removeIf((path) -> path.startsWith("faces/"));
		assertThat(update()).isEmpty();
		assertThat(this.folder.resolve("faces")).doesNotExist();
		assertThat(this.folder.resolve("other/generator.onnx")).exists();
	}

	@Test
	void aModelThatIsStillBeingUploadedLeavesTheOneBefore() throws IOException {
		update();
		byte[] before = this.store.objects.get("faces/generator.onnx");
		byte[] card = this.store.objects.get("faces/model.json");
		put(16);
		byte[] uploaded = this.store.objects.put("faces/model.json", card);
		assertThat(update()).singleElement().asString().contains("SHA-256");
		assertThat(this.folder.resolve("faces/generator.onnx")).hasBinaryContent(before);
		this.store.objects.put("faces/model.json", uploaded);
		assertThat(update()).isEmpty();
		assertThat(ModelCards.read(this.folder.resolve("faces")).image().width()).isEqualTo(16);
	}

	@Test
	void oneBadModelKeepsNoOtherBack() throws IOException {
		this.store.putAll(TinyGenerators.write(this.source, "other", 8, 1), this.source);
		this.store.objects.put("faces/model.json", "{".getBytes());
		assertThat(update()).singleElement().asString().contains(ModelFiles.CARD);
		assertThat(this.folder.resolve("other/generator.onnx")).exists();
		assertThat(this.folder.resolve("faces")).doesNotExist();
	}

	@Test
	void aStoreThatIsAwayLeavesAllAsItWas() throws IOException {
		update();
		this.store.away = true;
		assertThatIOException().isThrownBy(this::update).withMessage("the store is away");
		assertThat(files()).containsExactlyInAnyOrderElementsOf(this.store.objects.keySet());
	}

	@Test
	void aStoreThatListsNothingTakesNothingAwayUnlessItSaysSo() throws IOException {
		update();
		this.store.objects.clear();
		assertThatIOException().isThrownBy(this::update)
			.withMessage("the store holds no model any more; if that is meant, put an object .no-models there");
		assertThat(this.folder.resolve("faces/generator.onnx")).exists();

		this.store.objects.put(ModelFolder.MAY_BE_EMPTY, new byte[0]);
		assertThat(update()).isEmpty();
		assertThat(this.folder.resolve("faces")).doesNotExist();
		assertThat(this.folder.resolve(ModelFolder.MAY_BE_EMPTY)).exists();
	}

	@Test
	void whatAnInterruptedCopyLeftIsNoObstacle() throws IOException {
		Path left = this.folder.resolve(".incoming/faces/generator.onnx");
		Files.createDirectories(left.resolveSibling(""));
		Files.write(left, new byte[3]);
		assertThat(update()).isEmpty();
		assertThat(files()).containsExactlyInAnyOrderElementsOf(this.store.objects.keySet());
	}

	@ParameterizedTest
	@ValueSource(strings = { "../escaped", "faces/../../escaped", "/escaped", "faces//escaped", ".hidden/model.json",
			"faces/", "a/b/c/too-deep", "faces/.hidden", "a\\b", "c:evil" })
	void keysThatAreNoPathsOfModelsAreLeftAlone(String key) throws IOException {
		this.store.objects.put(key, new byte[3]);
		assertThat(update()).isEmpty();
		assertThat(this.store.fetched).doesNotContain(key);
		assertThat(files()).hasSize(this.store.objects.size() - 1);
	}

	private void put(int side) {
		this.store.putAll(TinyGenerators.write(this.source, "faces", side, 3), this.source);
	}

	private List<String> update() throws IOException {
		return new Mirror(this.store, this.folder).update();
	}

	/** The files that the registry sees. */
	private List<String> files() throws IOException {
		try (Stream<Path> paths = Files.walk(this.folder)) {
			return paths.filter(Files::isRegularFile)
				.map((path) -> this.folder.relativize(path).toString())
				.filter((path) -> !path.startsWith("."))
				.toList();
		}
	}

}
