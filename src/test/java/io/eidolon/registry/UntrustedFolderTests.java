package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What others put into the folder of models shows nothing, stops nothing, and takes no
 * name.
 */
@Tag("foreign")
class UntrustedFolderTests {

	@TempDir
	private Path folder;

	private Path models() {
		return this.folder.resolve("models");
	}

	@Test
	void aPreviewThatIsALinkOutOfItsFolderIsNotShown() throws IOException {
		Path model = unnamed("a");
		Path secret = Files.writeString(this.folder.resolve("secret"), "secret");
		Files.createSymbolicLink(model.resolve(ModelFiles.PREVIEW), secret);
		run((context) -> {
			assertThat(registry(context).model("a", null)).isNotNull();
			assertThat(registry(context).preview("a", null)).isEmpty();
		});
	}

	@Test
	void linksWithinAFolderAsKubernetesMakesThemAreFollowed() throws IOException {
		Path model = TinyGenerators.write(models(), "a", 8, 1);
		Path data = Files.createDirectory(model.resolve("..2026_01_01"));
		for (String name : new String[] { ModelFiles.CARD, ModelFiles.GRAPH, ModelFiles.PREVIEW }) {
			Files.move(model.resolve(name), data.resolve(name));
			Files.createSymbolicLink(model.resolve(name), Path.of("..data", name));
		}
		Files.createSymbolicLink(model.resolve("..data"), data.getFileName());
		run((context) -> {
			assertThat(registry(context).failures()).isEmpty();
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8);
			assertThat(registry(context).preview("a", null)).isPresent();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { ModelFiles.CARD, ModelFiles.GRAPH })
	void aCardOrAGraphThatIsALinkOutOfItsFolderIsRefused(String name) throws IOException {
		Path model = TinyGenerators.write(models(), "a", 8, 1);
		Path elsewhere = Files.move(model.resolve(name), this.folder.resolve(name));
		Files.createSymbolicLink(model.resolve(name), elsewhere);
		run((context) -> assertThat(registry(context).failures().get("a")).contains("link out of its folder"));
	}

	@Test
	void aFolderThatIsALinkOutOfTheFolderOfModelsIsRefused() throws IOException {
		Path elsewhere = TinyGenerators.write(this.folder, "a", 8, 1);
		TinyGenerators.write(models(), "b", 8, 1);
		Files.createSymbolicLink(models().resolve("a"), elsewhere);
		run((context) -> {
			assertThat(registry(context).snapshot().names()).containsExactly("b");
			assertThat(registry(context).failures().get("a")).contains("is a link out of");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { ModelFiles.CARD, ModelFiles.GRAPH, "other.onnx" })
	@Timeout(60)
	void nobodyWaitsForAPipe(String name) throws Exception {
		Path model = unnamed("a");
		Files.deleteIfExists(model.resolve(name));
		assertThat(new ProcessBuilder("mkfifo", model.resolve(name).toString()).start().waitFor()).isZero();
		TinyGenerators.write(models(), "b", 8, 1);
		run((context) -> assertThat(registry(context).snapshot().names()).contains("b"));
	}

	@Test
	void aPreviewThatIsADeviceIsNotShown() throws IOException {
		Files.createSymbolicLink(unnamed("a").resolve(ModelFiles.PREVIEW), Path.of("/dev/zero"));
		run((context) -> assertThat(registry(context).preview("a", null)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil\n2026-01-01 ERROR forged", "evil\u2028forged", "evil\u202egnp.xnno" })
	void aNameThatWouldForgeALineOfTheLogIsRefusedInOneLine(String name) throws IOException {
		TinyGenerators.write(models(), "b", 8, 1);
		Files.write(models().resolve(name + ".onnx"), new byte[3]);
		Files.write(Files.createDirectory(models().resolve(name)).resolve("x.onnx"), new byte[3]);
		run((context) -> {
			assertThat(registry(context).snapshot().names()).containsExactly("b");
			assertThat(registry(context).failures()).hasSize(2)
				.allSatisfy((_, failure) -> assertThat(failure).matches("[^\\p{Cc}\\u2028\\u202e]*control characters"));
		});
	}

	@Test
	void aCardOfManyBytesIsRefused() throws IOException {
		Files.writeString(unnamed("a").resolve(ModelFiles.CARD), "{\"title\": \"" + "a".repeat(5 << 20) + "\"}");
		run((context) -> assertThat(registry(context).failures().get("a")).contains("more than 4194304 bytes"));
	}

	@Test
	@Timeout(120)
	void aFolderOfTooManyFilesIsRefusedAndOthersServe() throws IOException {
		TinyGenerators.write(models(), "b", 8, 1);
		Path many = Files.createDirectory(models().resolve("many"));
		for (int i = 0; i <= 10_000; i++) {
			Files.createFile(many.resolve(i + ".onnx"));
		}
		run((context) -> {
			assertThat(registry(context).snapshot().names()).containsExactly("b");
			assertThat(registry(context).failures().get("many")).endsWith("of at most 10000 entries");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil", "peeps2", "a" })
	void aCardThatClaimsTheNameOfAnotherIsRefused(String place) {
		TestModels.write(models(), "peeps", "peeps", "1", 8);
		TestModels.write(models(), place, "peeps", "999", 16);
		run((context) -> {
			assertThat(TestModels.side(registry(context), "peeps", null)).isEqualTo(8);
			assertThat(registry(context).failures().get(place))
				.endsWith("name (peeps) must be %s, as its folder or file is called, or be left out".formatted(place));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "Peeps", "PEEPS_", "-peeps" })
	void aFolderWhoseNameIsMadePlainTakesNoNameOver(String place) {
		TestModels.write(models(), "peeps", "peeps", "1", 8);
		TestModels.write(models(), place + "/999", "peeps", "999", 16);
		run((context) -> {
			assertThat(TestModels.side(registry(context), "peeps", null)).isEqualTo(8);
		});
	}

	@Test
	void aNameMayBeWrittenAsItsFolderIs() {
		TestModels.write(models(), "My_Peeps", "my-peeps", "1", 8);
		run((context) -> assertThat(registry(context).failures()).isEmpty());
	}

	/** A model whose card says nothing. */
	private Path unnamed(String name) throws IOException {
		Path model = TinyGenerators.write(models(), name, 8, 1);
		Files.delete(model.resolve(ModelFiles.CARD));
		Files.delete(model.resolve(ModelFiles.PREVIEW));
		return model;
	}

	private void run(Check check) {
		TestModels.context(models()).run((context) -> {
			assertThat(context).hasNotFailed();
			check.run(context);
		});
	}

	private static ModelRegistry registry(AssertableApplicationContext context) {
		return context.getBean(ModelRegistry.class);
	}

	@FunctionalInterface
	private interface Check {

		void run(AssertableApplicationContext context) throws Exception;

	}

}
