package io.eidolon.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.Generator;
import io.eidolon.modelcard.ModelFiles;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Holds that models which nobody uses make room, and come back when they are asked for.
 */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OpenLimitTests {

	private static final float[] Z = new float[TinyGenerators.DIMENSION];

	@TempDir
	private Path models;

	@BeforeEach
	void writeModels() {
		Stream.of("a", "b", "c").forEach((name) -> TestModels.write(this.models, name, name, "1", 8));
	}

	@Test
	void theLeastRecentlyUsedIdleModelsAreClosedAndStayListed() {
		run(2, (context) -> {
			ModelRegistry registry = registry(context);
			assertThat(open(context)).hasSize(2);
			TestModels.side(registry, "c", null);
			TestModels.side(registry, "b", null);
			assertThat(open(context)).containsExactly("b", "c");
			TestModels.side(registry, "a", null);
			assertThat(open(context)).containsExactly("a", "b");
			assertThat(registry.models()).extracting((model) -> model.card().name()).containsExactly("a", "b", "c");
			assertThat(registry.model("c", "1").plan()).isNotNull();
			assertThat(context.getBean(MeterRegistry.class).get("eidolon.model.open").gauge().value()).isEqualTo(2);
		});
	}

	@Test
	void aModelInUseIsNotClosedBeforeItIsIdle() {
		run(1, (context) -> {
			ModelRegistry registry = registry(context);
			Lease first = registry.lease("a", null).future().join();
			Lease second = registry.lease("b", null).future().join();
			assertThat(open(context)).containsExactly("a", "b");
			assertThat(TestModels.side(first)).isEqualTo(8);
			first.close();
			assertThat(open(context)).containsExactly("b");
			assertThat(first.generator().generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
			assertThat(TestModels.side(second)).isEqualTo(8);
			second.close();
			assertThat(open(context)).containsExactly("b");
		});
	}

	@Test
	void manyWhoAskForAClosedModelOpenItOnce() {
		run(1, (context) -> {
			TestModels.side(registry(context), "b", null); // and so a is closed
			Callable<Lease> ask = () -> registry(context).lease("a", null).future().join();
			Set<Generator> opened = new HashSet<>();
			try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
				for (Future<Lease> answer : callers.invokeAll(Collections.nCopies(64, ask))) {
					opened.add(answer.get().generator());
				}
			}
			assertThat(opened).singleElement();
			assertThat(loads(context, "a")).as("at the start, and once more").isEqualTo(2);
		});
	}

	@Test
	void aModelThatCannotBeOpenedAgainIsRefusedAndReportedUntilItCan() {
		run(1, (context) -> {
			ModelRegistry registry = registry(context);
			TestModels.side(registry, "b", null); // and so a is closed
			Path graph = this.models.resolve("a").resolve(ModelFiles.GRAPH);
			byte[] good = Files.readAllBytes(graph);
			Files.write(graph, new byte[3]);
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> registry.lease("a", null).future().join())
				.withCauseInstanceOf(ModelUnavailableException.class)
				.withMessageContaining("a version 1 cannot be opened now; /actuator/health says why");
			assertThat(registry.failures()).containsOnlyKeys("a");
			assertThat(registry.failures().get("a")).contains("SHA-256");
			Files.write(graph, good);
			assertThat(TestModels.side(registry, "a", null)).isEqualTo(8);
			assertThat(registry.failures()).isEmpty();
		});
	}

	@Test
	void aModelThatIsAnotherVersionNowIsNotPassedOffAsTheOldOne() {
		run(1, (context) -> {
			Path folder = TestModels.write(this.models, "a", "a", "2", 16);
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> registry(context).lease("a", null).future().join())
				.withCauseInstanceOf(ModelUnavailableException.class);
			assertThat(registry(context).failures()).containsEntry("a", folder + " holds a version 2 now; reload it");
			registry(context).reload("a");
			assertThat(TestModels.side(registry(context), "a", "2")).isEqualTo(16);
			assertThat(registry(context).failures()).isEmpty();
		});
	}

	@Test
	void theOnlyCopyOfAModelWhoseFilesAreBrokenIsKept() {
		run(2, (context) -> {
			ModelRegistry registry = registry(context);
			// All open side by side as the service starts; from here on b is one of two
			Stream.of("a", "c", "b").forEach((name) -> TestModels.side(registry, name, null));
			Files.write(this.models.resolve("b").resolve(ModelFiles.GRAPH), new byte[3]);
			registry.reload("b");
			Stream.of("a", "c", "a", "c").forEach((name) -> TestModels.side(registry, name, null));
			assertThat(open(context)).containsExactly("b", "c");
			assertThat(TestModels.side(registry, "b", null)).isEqualTo(8);
		});
	}

	@Test
	void whoeverStopsWaitingForAModelLeavesNoLeaseBehind() {
		run(1, (context) -> {
			ModelRegistry registry = registry(context);
			TestModels.side(registry, "b", null); // and so a is closed
			PendingLease given = registry.lease("a", null);
			given.close();
			assertThat(given.future()).isCancelled();
			TestModels.side(registry, "a", null);
			TestModels.side(registry, "b", null);
			assertThat(open(context)).containsExactly("b");
		});
	}

	@Test
	void anotherLeaseKeepsTheGeneratorOpenAfterTheFirst() {
		run(1, (context) -> {
			Lease first = registry(context).lease("a", null).future().join();
			Lease another = first.another();
			first.close();
			TestModels.side(registry(context), "b", null);
			assertThat(TestModels.side(another)).isEqualTo(8);
			another.close();
			TestModels.side(registry(context), "b", null);
			assertThat(another.generator().generate(Z, 0).exceptionNow()).isInstanceOf(BatcherClosedException.class);
			assertThatIllegalStateException().isThrownBy(first::another);
		});
	}

	private void run(int limit, ContextConsumer<AssertableApplicationContext> test) {
		TestModels.context(this.models).withPropertyValues("eidolon.models.max-loaded=" + limit).run(test);
	}

	private static ModelRegistry registry(AssertableApplicationContext context) {
		return context.getBean(ModelRegistry.class);
	}

	private static double loads(AssertableApplicationContext context, String model) {
		return context.getBean(MeterRegistry.class)
			.get("eidolon.model.loads")
			.tags("model", model, "outcome", "success")
			.counter()
			.count();
	}

	private static Stream<String> open(AssertableApplicationContext context) {
		return registry(context).snapshot()
			.versions()
			.stream()
			.filter(ModelVersion::isOpen)
			.map((version) -> version.card().name());
	}

}
