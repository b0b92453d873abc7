package io.eidolon.inference.gradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.eidolon.batching.BatchListener;
import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Batcher;
import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.Workers;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.gradient.Loss;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.Generator;
import io.eidolon.inference.Latents;
import io.eidolon.inference.TestFactory;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.plan.Levels;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class GeneratorGradientTests {

	private static final int SIDE = 8;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Workers workers = new Workers("test", 2);

	private final Random random = new Random(4);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path models;

	@AfterEach
	void stopWorkers() {
		this.workers.close();
	}

	@Test
	void aGradientIsTheSameAloneAndAmongOthers() {
		try (Generator generator = open(write())) {
			GeneratorGradient gradient = generator.gradient(GradientLoss.PIXELS).join();
			List<GradientInput> inputs = IntStream.range(0, GeneratorGradient.AT_ONCE).mapToObj(this::input).toList();
			List<GradientResult> together = gradient.evaluate(inputs, "client", MINUTE)
				.stream()
				.map(CompletableFuture::join)
				.toList();
			for (int i = 0; i < inputs.size(); i++) {
				GradientResult alone = gradient.evaluate(List.of(inputs.get(i)), "client", MINUTE).getFirst().join();
				assertThat(together.get(i).loss()).isCloseTo(alone.loss(), within(1e-5f));
				assertThat(together.get(i).gradient()).containsExactly(alone.gradient(), within(1e-5f));
			}
		}
	}

	@Test
	void thePictureIsTheOneThatTheGeneratorMakes() {
		try (Generator generator = open(write())) {
			GradientInput input = input(1);
			GradientResult result = generator.gradient(GradientLoss.PIXELS)
				.join()
				.evaluate(List.of(input), "client", MINUTE)
				.getFirst()
				.join();
			byte[] levels = new Levels(generator.card().image()).samples(result.image(), 0);
			byte[] bytes = generator.generate(input.generated().z(), input.generated().label()).join();
			for (int i = 0; i < bytes.length; i++) {
				assertThat(Math.abs((levels[i] & 0xFF) - (bytes[i] & 0xFF))).isLessThanOrEqualTo(1);
			}
		}
	}

	@Test
	void aGradientIsOpenedOnce() {
		try (Generator generator = open(write())) {
			assertThat(generator.gradient(GradientLoss.PIXELS).join())
				.isSameAs(generator.gradient(GradientLoss.PIXELS).join());
		}
	}

	@Test
	void aGradientClosesWithItsGenerator() {
		Generator generator = open(write());
		GeneratorGradient gradient = generator.gradient(GradientLoss.PIXELS).join();
		generator.close();
		assertThat(gradient.evaluate(List.of(input(0)), "client", MINUTE).getFirst())
			.completesExceptionallyWithin(Duration.ofSeconds(9))
			.withThrowableThat()
			.withCauseInstanceOf(BatcherClosedException.class);
		assertThat(generator.gradient(GradientLoss.SKETCH).exceptionNow()).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void filesThatHaveChangedAreNotDifferentiatedUntilTheyAreBack() throws IOException {
		Path folder = write();
		Path graph = folder.resolve(ModelFiles.GRAPH);
		byte[] before = Files.readAllBytes(graph);
		try (Generator generator = open(folder)) {
			Files.write(graph, TinyGenerators.graph(SIDE, 1, 2));
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> generator.gradient(GradientLoss.PIXELS).join())
				.withCauseInstanceOf(ModelChangedException.class)
				.withMessageContaining("have changed since it was opened");
			Files.write(graph, before);
			assertThat(generator.gradient(GradientLoss.PIXELS).join()).isNotNull();
		}
	}

	@Test
	void aGeneratorWithoutARuleGeneratesAndNamesTheOperator() throws IOException {
		ModelProto.Builder model = Objects.requireNonNull(ForeignGenerators.all().get("opset 9")).toBuilder();
		model.getGraphBuilder().getNodeBuilderList().forEach((node) -> {
			if (node.getOpType().equals("MaxPool")) {
				node.setOpType("LpPool"); // for which there is no rule
			}
		});
		byte[] graph = model.build().toByteArray();
		Path folder = Files.createDirectory(this.models.resolve("foreign"));
		Path file = Files.write(folder.resolve(ModelFiles.GRAPH), graph);
		try (Generator generator = TestFactory.of(this.workers, new SimpleMeterRegistry())
			.open(new ModelSource(folder, file, "foreign", "1"))) {
			assertThat(generator.generate(new float[generator.card().latent().dimension()], 0).join()).isNotEmpty();
			CompletableFuture<GeneratorGradient> gradient = generator.gradient(GradientLoss.PIXELS);
			assertThat(gradient).completesExceptionallyWithin(Duration.ofMinutes(1));
			assertThat(gradient.exceptionNow()).isInstanceOfSatisfying(NoGradientException.class,
					(ex) -> assertThat(ex.operator()).isEqualTo("LpPool"));
		}
	}

	@Test
	void anEncoderIsCheckedAsAGeneratorIs() throws IOException {
		assertThat(encoder("plain", "", "Relu")).isPresent();
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> encoder("foreign", "com.microsoft", "Gelu"))
			.withMessageEndingWith(
					"encoder.onnx: Operator Gelu is of the domain com.microsoft; standard operators are needed");
	}

	@ParameterizedTest
	@ValueSource(strings = { ModelFiles.ENCODER, ModelFiles.FEATURES })
	void aNetworkThatTakesMoreMemoryThanAnyGeneratorIsRefused(String name) {
		Path folder = TinyGenerators.write(this.models, "tiny", SIDE, 3);
		TinyGenerators.add(folder, name, largeEncoder());
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> open(folder).close())
			.withMessageContaining(name + ": ")
			.withMessageMatching(".* a run takes \\d+ MB and .*");
	}

	/** image (N, 3, 8, 8) to z (N, 8), with 2.4 GB of zeros on the way. */
	private static byte[] largeEncoder() {
		GraphBuilder graph = new GraphBuilder("encoder", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value rows = graph.node("Reshape", List.of(image, graph.constant("rows", new long[] { -1, 3 * SIDE, SIDE })));
		Value means = graph.node("ReduceMean", List.of(rows), Attribute.integers("axes", 1),
				Attribute.integer("keepdims", 0));
		Value zeros = graph.node("ConstantOfShape", List.of(graph.constant("many", new long[] { 600, 1_000_000 })));
		Value zero = graph.node("ReduceMax", List.of(zeros), Attribute.integer("keepdims", 0));
		graph.output(graph.node("Add", List.of(means, zero)), "z", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(SIDE));
		return graph.build();
	}

	private Optional<BatchedExtractor> encoder(String name, String domain, String operator) throws IOException {
		Path folder = TinyGenerators.write(this.models, name, SIDE, 3, "a", "b");
		TinyGenerators.add(folder, ModelFiles.ENCODER, encoder(domain, operator));
		try (Generator generator = open(folder)) {
			return generator.network(CompanionNetwork.ENCODER).join();
		}
	}

	/** The mean of each column through an operator: image (N, 3, 8, 8) to z (N, 8). */
	private static byte[] encoder(String domain, String operator) throws IOException {
		GraphBuilder graph = new GraphBuilder("encoder", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value rows = graph.node("Reshape", List.of(image, graph.constant("rows", new long[] { -1, 3 * SIDE, SIDE })));
		Value means = graph.node("ReduceMean", List.of(rows), Attribute.integers("axes", 1),
				Attribute.integer("keepdims", 0));
		graph.output(graph.node("Relu", List.of(means)), "z", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(SIDE));
		ModelProto.Builder model = ModelProto.parseFrom(graph.build()).toBuilder();
		model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1));
		model.getGraphBuilder()
			.getNodeBuilderList()
			.stream()
			.filter((node) -> node.getOpType().equals("Relu"))
			.forEach((node) -> node.setDomain(domain).setOpType(operator));
		return model.build().toByteArray();
	}

	@Test
	void aLatentOfTheWrongLengthIsRefusedByItself() {
		try (Generator generator = open(write())) {
			GeneratorGradient gradient = generator.gradient(GradientLoss.PIXELS).join();
			assertThatIllegalArgumentException().isThrownBy(
					() -> gradient.evaluate(List.of(new GradientInput(new float[3], 0, Map.of())), "client", MINUTE))
				.withMessageContaining("must have 8 numbers, not 3");
		}
	}

	@Test
	void anImageTakesItsTurnAmongManyGradients() throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		try (Workers one = new Workers("one", 1); Generator generator = open(write(), one)) {
			GeneratorGradient gradient = generator.gradient(GradientLoss.PIXELS).join();
			Batcher<Integer, Integer> holding = new Batcher<>("hold", one, new BatchSettings(2, 2), (batch) -> {
				running.countDown();
				await(goOn);
				return batch;
			}, BatchListener.NONE);
			holding.submitAll(List.of(1, 2));
			assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
			List<GradientInput> inputs = IntStream.range(0, GeneratorGradient.AT_ONCE).mapToObj(this::input).toList();
			List<CompletableFuture<GradientResult>> results = gradient.evaluate(inputs, "client", MINUTE);
			CompletableFuture<Long> undone = generator.generate(new float[TinyGenerators.DIMENSION], 0)
				.thenApply((_) -> results.stream().filter((result) -> !result.isDone()).count());
			goOn.countDown();
			assertThat(undone.get(30, TimeUnit.SECONDS)).isGreaterThan(results.size() / 2);
			results.forEach(CompletableFuture::join);
			holding.close();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path write() {
		return TinyGenerators.write(this.models, "tiny", SIDE, 3, "a", "b");
	}

	private Generator open(Path folder) {
		return open(folder, this.workers);
	}

	private static Generator open(Path folder, Workers workers) {
		return TestFactory.of(workers, new SimpleMeterRegistry())
			.open(new ModelSource(folder, folder.resolve(ModelFiles.GRAPH), "tiny", "1"));
	}

	private GradientInput input(int index) {
		float[] mask = new float[SIDE * SIDE];
		Arrays.fill(mask, 1);
		return new GradientInput(Latents.normal(this.random, TinyGenerators.DIMENSION), index % 2,
				Map.of(Loss.TARGET, Latents.normal(this.random, 3 * SIDE * SIDE), Loss.MASK, mask));
	}

}
