package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.registry.Change.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Models come, change and go while the service runs. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HotReloadTests {

	private static final float[] Z = new float[TinyGenerators.DIMENSION];

	@TempDir
	private Path models;

	@Test
	void theNewestVersionAnswersUnlessOneIsAskedForOrPinned() {
		TestModels.write(this.models, "a/9", "a", "9", 8);
		TestModels.write(this.models, "a/10", "a", "10", 16);
		run((context) -> {
			ModelRegistry registry = registry(context);
			assertThat(registry.model("a", null).versions()).containsExactly("10", "9");
			assertThat(TestModels.side(registry, "a", null)).isEqualTo(16);
			assertThat(TestModels.side(registry, "a", "9")).isEqualTo(8);
			assertThatExceptionOfType(UnknownVersionException.class)
				.isThrownBy(() -> registry.lease("a", "11").future().join())
				.withMessage("version (11) of a must be one of [10, 9]");
		});
		run((context) -> assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8),
				"eidolon.models.a.version=9");
	}

	@Test
	void versionsThatNobodyNamedAreOldestAndInTheOrderOfTheirFiles() throws IOException {
		Path older = TestModels.write(this.models, "a/x", "a", "sha-fff", 8).resolve(ModelFiles.GRAPH);
		Path newer = TestModels.write(this.models, "a/y", "a", "sha-000", 8).resolve(ModelFiles.GRAPH);
		Files.setLastModifiedTime(older, FileTime.fromMillis(1000));
		Files.setLastModifiedTime(newer, FileTime.fromMillis(2000));
		TestModels.write(this.models, "a/z", "a", "1", 8);
		run((context) -> assertThat(registry(context).model("a", null).versions()).containsExactly("1", "sha-000",
				"sha-fff"));
	}

	@Test
	void aPinToAVersionThatIsNotThereIsReportedAndTheNewestAnswers() {
		TestModels.write(this.models, "a/1", "a", "1", 8);
		run((context) -> {
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8);
			assertThat(registry(context).failures()).isEqualTo(Map.of("eidolon.models.a.version",
					"eidolon.models.a.version (3) must be one of [1]; 1 answers instead"));
		}, "eidolon.models.a.version=3");
	}

	@Test
	void aNewVersionServesOnceTwoScansFindItTheSame() throws IOException {
		TestModels.write(this.models, "a/1", "a", "1", 8);
		run((context) -> {
			check(context);
			Path half = TestModels.write(this.models, "a/2", "a", "2", 16).resolve(ModelFiles.GRAPH);
			byte[] whole = Files.readAllBytes(half);
			Files.write(half, new byte[7]);
			check(context);
			Files.write(half, whole);
			check(context);
			assertThat(registry(context).model("a", null).versions()).containsExactly("1");
			check(context);
			assertThat(registry(context).model("a", null).versions()).containsExactly("2", "1");
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(16);
			assertThat(registry(context).failures()).isEmpty();
		});
	}

	@Test
	void aReplacedGeneratorClosesAfterItsLastLease() {
		TestModels.write(this.models, "a", "a", "1", 8);
		run((context) -> {
			Lease old = registry(context).lease("a", null).future().join();
			TestModels.write(this.models, "a", "a", "2", 16);
			scanTwice(context);
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(16);
			assertThat(registry(context).model("a", null).versions()).containsExactly("2");
			assertThat(TestModels.side(old)).isEqualTo(8);
			old.close();
			assertThat(old.generator().generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
		});
	}

	@Test
	void aReplacementThatFailsLeavesTheOldOneServingAndIsReported() {
		Path folder = TestModels.write(this.models, "a", "a", "1", 8);
		run((context) -> {
			byte[] good = Files.readAllBytes(folder.resolve(ModelFiles.GRAPH));
			Files.write(folder.resolve(ModelFiles.GRAPH), new byte[] { 1, 2, 3 });
			scanTwice(context);
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8);
			assertThat(registry(context).failures()).containsOnlyKeys("a");
			assertThat(registry(context).failures().get("a")).contains("generator.onnx has SHA-256 ");
			var health = context.getBean(ModelsHealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("failures", registry(context).failures());
			assertThat(gauge(context, "eidolon.model.failed")).isOne();
			assertThat(loads(context, "failure")).isOne();

			scanTwice(context);
			assertThat(loads(context, "failure")).as("not tried again as long as it is the same").isOne();

			Files.write(folder.resolve(ModelFiles.GRAPH), good);
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(gauge(context, "eidolon.model.failed")).isZero();
			assertThat(loads(context, "success")).isEqualTo(2);
		});
	}

	@Test
	void aModelWhoseFolderIsGoneGoesAfterItsLeases() throws IOException {
		TestModels.write(this.models, "a", "a", "1", 8);
		Path gone = TestModels.write(this.models, "b", "b", "1", 8);
		run((context) -> {
			Lease lease = registry(context).lease("b", null).future().join();
			FileSystemUtils.deleteRecursively(gone);
			scanTwice(context);
			assertThatExceptionOfType(UnknownModelException.class)
				.isThrownBy(() -> registry(context).lease("b", null).future().join())
				.withMessage("model (b) must be one of [a]");
			assertThat(TestModels.side(lease)).isEqualTo(8);
			lease.close();
			assertThat(lease.generator().generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
		});
	}

	@Test
	void aModelThatMovesIsNeverMissing() {
		Path from = TestModels.write(this.models, "a/x", "a", "1", 8);
		run((context) -> {
			check(context);
			Files.move(from, this.models.resolve("a/z"));
			check(context);
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8);
			FolderSnapshot settled = registry(context).scan();
			List<Change> changes = registry(context).refresh(settled, (location) -> true);
			assertThat(changes).extracting(Change::place, Change::outcome)
				.containsExactly(tuple("a/z", Outcome.LOADED), tuple("a/x", Outcome.REMOVED));
			assertThat(TestModels.side(registry(context), "a", "1")).isEqualTo(8);
			assertThat(registry(context).failures()).isEmpty();
		});
	}

	@Test
	void aFolderThatIsAwayForAMomentTakesNoModelAway() {
		TestModels.write(this.models, "a/x", "a", "1", 8);
		run((context) -> {
			Path away = this.models.resolveSibling(this.models.getFileName() + "-away");
			Files.move(this.models, away);
			scanTwice(context);
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8);
			assertThat(registry(context).failures()).hasSize(1);
			Files.move(away, this.models);
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(loads(context, "success")).isOne();
		});
	}

	@Test
	void aServiceThatStartedWithoutModelsServesTheFirstThatComes() {
		run((context) -> {
			ModelsHealthIndicator health = context.getBean(ModelsHealthIndicator.class);
			assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			TestModels.write(this.models, "a", "a", "1", 8);
			scanTwice(context);
			assertThat(health.health().getStatus()).isEqualTo(Status.UP);
			assertThat(TestModels.side(registry(context), null, null)).isEqualTo(8);
		});
	}

	@Test
	void aReloadTakesUpWhatIsThereAtOnce() {
		TestModels.write(this.models, "a/1", "a", "1", 8);
		run((context) -> {
			TestModels.write(this.models, "a/2", "a", "2", 16);
			assertThat(registry(context).reload("a")).containsExactly(new Change("a/1", "1", Outcome.LOADED, null),
					new Change("a/2", "2", Outcome.LOADED, null));
			assertThat(loads(context, "success")).isEqualTo(3);
			FileSystemUtils.deleteRecursively(this.models.resolve("a/2"));
			assertThat(registry(context).reload("a")).extracting(Change::outcome)
				.containsExactly(Outcome.LOADED, Outcome.REMOVED);
			assertThat(registry(context).model("a", null).versions()).containsExactly("1");
			assertThat(registry(context).reload("b")).isEmpty();
		});
	}

	private void run(ContextConsumer<AssertableApplicationContext> test, String... properties) {
		TestModels.context(this.models).withPropertyValues(properties).run(test);
	}

	private static ModelRegistry registry(AssertableApplicationContext context) {
		return context.getBean(ModelRegistry.class);
	}

	private static void check(AssertableApplicationContext context) {
		context.getBean(FolderWatcher.class).check();
	}

	private static void scanTwice(AssertableApplicationContext context) {
		check(context);
		check(context);
	}

	private static double gauge(AssertableApplicationContext context, String name) {
		return context.getBean(MeterRegistry.class).get(name).gauge().value();
	}

	private static double loads(AssertableApplicationContext context, String outcome) {
		return context.getBean(MeterRegistry.class)
			.get("eidolon.model.loads")
			.tags("model", "a", "outcome", outcome)
			.counter()
			.count();
	}

}
