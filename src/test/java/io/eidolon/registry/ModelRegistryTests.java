package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.Generator;
import io.eidolon.inference.GeneratorFactory;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ModelRegistryTests {

	private static final float[] Z = new float[TinyGenerators.DIMENSION];

	@TempDir
	private Path models;

	@Test
	void everyFolderWithACardServes() {
		TinyGenerators.write(this.models, "grey", 8, 1);
		TinyGenerators.write(this.models, "colour", 16, 3, "cat", "dog");
		withRegistry((registry) -> {
			assertThat(registry.models()).extracting((model) -> model.card().name()).containsExactly("colour", "grey");
			assertThat(registry.model("colour", null).card().classes()).containsExactly("cat", "dog");
			assertThat(registry.failures()).isEmpty();
			try (Lease lease = registry.lease("colour", null).future().join()) {
				assertThat(lease.generator().generate(Z, 1).join()).hasSize(16 * 16 * 3);
			}
		});
	}

	@Test
	void aModelThatIsBeingPutTogetherIsNotRead() throws IOException {
		TinyGenerators.write(this.models, "a", 8, 1);
		Files.writeString(Files.createDirectory(this.models.resolve(".b-17")).resolve(ModelFiles.GRAPH), "half");
		withRegistry((registry) -> {
			assertThat(registry.models()).extracting((model) -> model.card().name()).containsExactly("a");
			assertThat(registry.failures()).isEmpty();
		});
	}

	@Test
	void theDefaultModelIsTheConfiguredOneElseTheFirstByName() {
		TinyGenerators.write(this.models, "b", 8, 1);
		TinyGenerators.write(this.models, "a", 8, 1);
		withRegistry((registry) -> {
			assertThat(registry.defaultName()).isEqualTo("a");
			try (Lease lease = registry.lease(null, null).future().join()) {
				assertThat(lease.generator().card().name()).isEqualTo("a");
			}
		});
		withRegistry((registry) -> assertThat(registry.defaultName()).isEqualTo("b"), "eidolon.models.default-model=b");
		TinyGenerators.write(this.models, "peeps", 8, 1);
		withRegistry((registry) -> assertThat(registry.defaultName()).isEqualTo("peeps"));
	}

	@Test
	void anUnknownModelIsNamedWithThoseThatServe() {
		TinyGenerators.write(this.models, "a", 8, 1);
		TinyGenerators.write(this.models, "b", 8, 1);
		withRegistry((registry) -> {
			assertThatExceptionOfType(UnknownModelException.class)
				.isThrownBy(() -> registry.lease("c", null).future().join())
				.withMessage("model (c) must be one of [a, b]")
				.satisfies((ex) -> assertThat(ex.known()).containsExactly("a", "b"));
			assertThatExceptionOfType(UnknownModelException.class).isThrownBy(() -> registry.model("c", null));
			assertThatExceptionOfType(UnknownModelException.class).isThrownBy(() -> registry.preview("c", null));
		});
	}

	@Test
	void oneBadModelIsLeftOutAndTheOthersServe() throws IOException {
		TinyGenerators.write(this.models, "good", 8, 1);
		change(TinyGenerators.write(this.models, "changed", 8, 1).resolve(ModelFiles.GRAPH));
		change(TinyGenerators.write(this.models, "malformed", 8, 1).resolve(ModelFiles.CARD));
		Files.delete(TinyGenerators.write(this.models, "unpreviewed", 8, 1).resolve(ModelFiles.PREVIEW));
		Path card = TinyGenerators.write(this.models, "untrue", 8, 1).resolve(ModelFiles.CARD);
		Files.writeString(card, Files.readString(card).replace("\"width\" : 8", "\"width\" : 9"));
		withRegistry((registry) -> {
			assertThat(registry.models()).extracting((model) -> model.card().name()).containsExactly("good");
			assertThat(registry.failures()).containsOnlyKeys("changed", "malformed", "unpreviewed", "untrue");
			assertThat(registry.failures().get("changed")).contains("generator.onnx has SHA-256 ")
				.endsWith("export or copy it again");
			assertThat(registry.failures().get("malformed")).contains("model.json cannot be read: ");
			assertThat(registry.failures().get("unpreviewed"))
				.endsWith("preview.png is missing, though the card names it");
			assertThat(registry.failures().get("untrue"))
				.endsWith("image.width (9) must be 8, as in the graph generator.onnx");
			assertThat(registry.failures().values()).allSatisfy((reason) -> assertThat(reason).hasLineCount(1));
		});
	}

	@Test
	void whereFreeLicencesAreAskedForAModelWithAnotherIsLeftOut() throws IOException {
		TinyGenerators.write(this.models, "apache", 8, 1);
		licence("CC0 1.0", "zero");
		licence("CC BY-NC-SA 4.0", "restricted");
		licence("", "unsaid");
		withRegistry((registry) -> {
			assertThat(registry.models()).extracting((model) -> model.card().name())
				.containsExactly("apache", "unsaid", "zero");
			assertThat(registry.failures()).containsOnly(entry("restricted",
					"its licence (CC BY-NC-SA 4.0) is not a free one; eidolon.models.licences=all serves it nevertheless"));
		}, "eidolon.models.licences=free");
		withRegistry((registry) -> assertThat(registry.models()).hasSize(4));
	}

	private void licence(String licence, String name) throws IOException {
		Path card = TinyGenerators.write(this.models, name, 8, 1).resolve(ModelFiles.CARD);
		Files.writeString(card, Files.readString(card).replace("Apache-2.0", licence));
	}

	@Test
	void ofTwoPlacesWithOneNameAndVersionTheLaterIsLeftOut() {
		Path first = TestModels.write(this.models, "a", "a", "1", 8);
		TestModels.write(this.models, "a/1", "a", "1", 16);
		withRegistry((registry) -> {
			assertThat(registry.models()).hasSize(1);
			assertThat(registry.failures()).containsOnlyKeys("a/1");
			assertThat(registry.failures().get("a/1"))
				.endsWith("version (1) of a is taken by " + first + "; names or versions must differ");
		});
	}

	@Test
	void foldersAndFilesThatHoldNoModelAreNoFailures() throws Exception {
		Files.createDirectories(this.models.resolve("notes"));
		Files.writeString(this.models.resolve("README.md"), "# Models");
		withRegistry((registry) -> assertThat(registry.failures()).isEmpty());
	}

	@Test
	void withoutAnyModelTheServiceStartsAndSaysWhyItIsNotReady() {
		String reason = "No model serves: %s has no model: no .onnx file, and no folder with one"
			.formatted(this.models);
		withRegistry((registry) -> {
			assertThatExceptionOfType(NoModelException.class)
				.isThrownBy(() -> registry.lease(null, null).future().join())
				.withMessage(reason);
			Health health = new ModelsHealthIndicator(registry).health();
			assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health.getDetails()).containsOnly(entry("reason", reason));
		});
	}

	@Test
	void aPathThatIsNoFolderIsTheReason() {
		Path missing = this.models.resolve("missing");
		String reason = "eidolon.models.path (%s) must be a folder that can be read".formatted(missing);
		TestModels.context(missing).run((context) -> {
			ModelRegistry registry = context.getBean(ModelRegistry.class);
			assertThat(registry.failures()).containsOnlyKeys("missing").containsValue(reason);
			assertThat(new ModelsHealthIndicator(registry).health().getDetails()).containsEntry("reason",
					"No model serves: " + reason);
		});
	}

	@Test
	void healthNamesTheModelsThatServeAndWhatWasLeftOut() throws IOException {
		TinyGenerators.write(this.models, "good", 8, 1);
		change(TinyGenerators.write(this.models, "bad", 8, 1).resolve(ModelFiles.CARD));
		withRegistry((registry) -> {
			Health health = new ModelsHealthIndicator(registry).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("models", Map.of("good", List.of("1")));
			assertThat(health.getDetails()).containsEntry("failures", registry.failures());
		});
	}

	@Test
	void modelsAreOpenedAsTheServiceStartsAndNotAsItIsPutTogether() {
		TinyGenerators.write(this.models, "a", 8, 1);
		List<ServedModel> before = new ArrayList<>();
		context().withInitializer((context) -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof ModelRegistry registry) {
					before.addAll(registry.models());
				}
				return bean;
			}
		})).run((context) -> {
			assertThat(before).isEmpty();
			assertThat(context.getBean(ModelRegistry.class).models()).hasSize(1);
		});
	}

	@Test
	void aGeneratorClosesWithTheServiceAfterItsLastLease() {
		TinyGenerators.write(this.models, "a", 8, 1);
		context().run((context) -> {
			ModelRegistry registry = context.getBean(ModelRegistry.class);
			Lease first = registry.lease("a", null).future().join();
			Lease second = registry.lease("a", null).future().join();
			Generator generator = first.generator();
			context.close();
			assertThatExceptionOfType(UnknownModelException.class)
				.isThrownBy(() -> registry.lease("a", null).future().join());
			first.close();
			first.close();
			assertThat(second.generator().generate(Z, 0).join()).hasSize(64);
			second.close();
			assertThat(generator.generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
		});
	}

	@Test
	void aGeneratorThatNobodyLeasesClosesWithTheService() {
		TinyGenerators.write(this.models, "a", 8, 1);
		context().run((context) -> {
			Lease lease = context.getBean(ModelRegistry.class).lease("a", null).future().join();
			lease.close();
			context.close();
			assertThat(lease.generator().generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
		});
	}

	@Test
	void theLastLeaseMayBeClosedByTheWorkerThatDrewThePicture() {
		TinyGenerators.write(this.models, "a", 8, 1);
		context().run((context) -> {
			Lease lease = context.getBean(ModelRegistry.class).lease("a", null).future().join();
			context.close();
			assertThat(lease.generator().generate(Z, 0).whenComplete((samples, ex) -> lease.close()).join())
				.hasSize(64);
			assertThat(lease.generator().generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
		});
	}

	@Test
	void trainingOpensNoModels() {
		TinyGenerators.write(this.models, "a", 8, 1);
		context().withPropertyValues("spring.profiles.active=train")
			.run((context) -> assertThat(context).doesNotHaveBean(ModelRegistry.class)
				.doesNotHaveBean(GeneratorFactory.class)
				.doesNotHaveBean(ModelsHealthIndicator.class));
	}

	private void withRegistry(Consumer<ModelRegistry> test, String... properties) {
		context().withPropertyValues(properties).run((context) -> test.accept(context.getBean(ModelRegistry.class)));
	}

	private ApplicationContextRunner context() {
		return TestModels.context(this.models);
	}

	private static void change(Path file) throws IOException {
		Files.writeString(file, "!", StandardOpenOption.WRITE);
	}

	private static void copyCard(Path from, Path to) throws IOException {
		Files.copy(from.resolve(ModelFiles.CARD), to.resolve(ModelFiles.CARD), StandardCopyOption.REPLACE_EXISTING);
	}

}
