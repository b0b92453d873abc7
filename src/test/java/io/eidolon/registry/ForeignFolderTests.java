package io.eidolon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import io.eidolon.graph.ForeignGenerators;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.context.runner.ContextConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A folder as people fill it: files of any name, weights beside graphs, and what is no
 * model.
 */
@Tag("foreign")
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
@ExtendWith(OutputCaptureExtension.class)
class ForeignFolderTests {

	@TempDir
	private Path models;

	@Test
	void aFileIsFoundByItsNameAndByWhatStandsForIt() {
		for (String name : List.of("netG", "netg", "G_ema v1.2", "动漫", "人脸", "Пейзаж", "चेहरे")) {
			write(name + ".onnx", ForeignGenerators.plain());
		}
		run((context) -> {
			ModelRegistry registry = registry(context);
			assertThat(registry.failures()).isEmpty();
			assertThat(registry.models()).extracting((model) -> model.card().title())
				.containsExactlyInAnyOrder("netG", "netg", "G_ema v1.2", "动漫", "人脸", "Пейзаж", "चेहरे");
			assertThat(Set.copyOf(registry.models().stream().map((model) -> model.card().name()).toList())).hasSize(7)
				.contains("netg", "g-ema-v1-2", "动漫", "人脸", "пейзаж", "चेहरे");
			for (ServedModel model : registry.models()) {
				assertThat(registry.model(model.card().title(), null).card()).isEqualTo(model.card());
				assertThat(registry.model(model.card().name(), null).card()).isEqualTo(model.card());
			}
			assertThat(registry.reload("netG")).extracting(Change::place).containsExactly("netG.onnx");
		});
	}

	@Test
	void aSettingMayNameAModelInAnyScript() {
		write("动漫.onnx", ForeignGenerators.plain());
		run((context) -> assertThat(registry(context).failures()).containsOnlyKeys("eidolon.models[动漫].version"),
				"eidolon.models[动漫].version=3");
	}

	@Test
	void weightsThatComeAfterTheirGraphCompleteIt() throws IOException {
		ModelProto whole = ForeignGenerators.plain();
		write("late.onnx", ForeignGenerators.apart(whole, "late.weights"));
		run((context) -> {
			assertThat(registry(context).failures()).containsOnlyKeys("late.onnx");
			write("late.weights", weights(whole, 0));
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(registry(context).models()).hasSize(1);
		});
	}

	@Test
	void otherWeightsBesideAGraphAreAnotherVersion() throws IOException {
		ModelProto whole = ForeignGenerators.plain();
		FileTime time = FileTime.fromMillis(1_000_000);
		for (String place : List.of("", "folder/")) {
			Files.createDirectories(this.models.resolve(place).resolve("w"));
			write(place + "swap.onnx", ForeignGenerators.apart(whole, "w/data"));
			write(place + "w/data", weights(whole, 0));
			Files.setLastModifiedTime(this.models.resolve(place + "w/data"), time);
		}
		run((context) -> {
			List<String> before = versions(context);
			for (String place : List.of("", "folder/")) {
				// Of the same size and time, as an archive may give it.
				Path other = write(place + "w/other", weights(whole, 1));
				Files.setLastModifiedTime(other, time);
				Files.move(other, this.models.resolve(place + "w/data"), StandardCopyOption.REPLACE_EXISTING);
			}
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(versions(context)).hasSize(2).doesNotContainAnyElementsOf(before);
		});
	}

	@Test
	void bytesWrittenInPlaceAreAnotherVersionAlsoWithTheOldTime() throws IOException {
		Path folder = Files.createDirectory(this.models.resolve("a"));
		Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"));
		ModelProto whole = ForeignGenerators.plain();
		write("a/g.onnx", ForeignGenerators.apart(whole, "data"));
		Path data = write("a/data", weights(whole, 0));
		FileTime time = Files.getLastModifiedTime(data);
		run((context) -> {
			List<String> before = versions(context);
			Files.write(data, weights(whole, 1));
			Files.setLastModifiedTime(data, time);
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(versions(context)).hasSize(1).doesNotContainAnyElementsOf(before);
		});
	}

	@Test
	void aCardThatSaysMoreMakesAnotherVersion() throws IOException {
		Path folder = Files.createDirectory(this.models.resolve("a"));
		write("a/g.onnx", ForeignGenerators.plain());
		run((context) -> {
			List<String> before = versions(context);
			Files.writeString(folder.resolve("model.json"),
					"{ \"image\": { \"range\": { \"minimum\": -2, \"maximum\": 2 } } }");
			scanTwice(context);
			assertThat(versions(context)).isNotEqualTo(before);
		});
	}

	@Test
	void oneThatOpensSlowlyHoldsUpNeitherTheStartNorOthers() {
		for (String name : List.of("a", "b", "c", "d")) {
			write(name + ".onnx", ForeignGenerators.plain());
		}
		run((context) -> {
			ModelRegistry registry = registry(context);
			Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> registry.models().size() == 4);
			assertThat(registry.opening()).isEmpty();
			assertThat(registry.failures()).isEmpty();
		}, "eidolon.models.open-wait=1ms");
	}

	@Test
	void whatIsNoModelIsMentionedOnceAndFoldersOfTheSystemAreNot(CapturedOutput output) throws IOException {
		write("upper.ONNX", ForeignGenerators.plain());
		Files.write(this.models.resolve("net.pth"),
				new byte[] { 'P', 'K', 3, 4, 'd', 'a', 't', 'a', '.', 'p', 'k', 'l' });
		Files.write(this.models.resolve("net.h5"), new byte[] { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n' });
		Files.createDirectories(this.models.resolve("repo/exported/v1"));
		write("repo/exported/v1/g.onnx", ForeignGenerators.plain());
		Path lost = Files.createDirectory(this.models.resolve("lost+found"));
		lost.toFile().setReadable(false);
		run((context) -> {
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(registry(context).models()).extracting((model) -> model.card().name()).containsExactly("upper");
			assertThat(output.getOut().lines().filter((line) -> line.contains(" is passed over: "))).hasSize(3)
				.anyMatch((line) -> line.contains("net.pth is passed over: it is a PyTorch checkpoint; load it"))
				.anyMatch((line) -> line.contains("net.h5 is passed over: it is an HDF5 file, as Keras saves models"))
				.anyMatch((line) -> line.contains("v1 is passed over: models are in folders of their name"));
		});
	}

	private void run(ContextConsumer<AssertableApplicationContext> test, String... properties) {
		TestModels.context(this.models).withPropertyValues(properties).run(test);
	}

	private static ModelRegistry registry(AssertableApplicationContext context) {
		return context.getBean(ModelRegistry.class);
	}

	private static List<String> versions(AssertableApplicationContext context) {
		return registry(context).models().stream().map((model) -> model.card().version()).toList();
	}

	private static void scanTwice(AssertableApplicationContext context) {
		context.getBean(FolderWatcher.class).check();
		context.getBean(FolderWatcher.class).check();
	}

	private void write(String file, ModelProto model) {
		write(file, model.toByteArray());
	}

	private Path write(String file, byte[] bytes) {
		try {
			return Files.write(this.models.resolve(file), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** These weights, or others. */
	private static byte[] weights(ModelProto whole, int change) {
		ByteString weights = whole.getGraph()
			.getInitializerList()
			.stream()
			.filter((weight) -> weight.getName().equals("w0"))
			.findFirst()
			.orElseThrow()
			.getRawData();
		byte[] bytes = weights.toByteArray();
		bytes[0] += (byte) change;
		return bytes;
	}

}
