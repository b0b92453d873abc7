package io.eidolon.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import io.eidolon.batching.Workers;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.inference.plan.Finding;
import io.eidolon.inference.plan.KeptPlans;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.inference.plan.RequestedPrecision.Wish;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GeneratorFactoryTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final Workers workers = new Workers("worker", 1);

	private final GeneratorFactory factory = TestFactory.of(this.workers, this.meters);

	@TempDir
	private Path models;

	@AfterEach
	void closeWorkers() {
		this.workers.close();
	}

	@Test
	void aGeneratorThatKeepsItsCardOpensAndGenerates() {
		Path folder = TinyGenerators.write(this.models, "tiny", 16, 3, "cat", "dog");
		try (Generator generator = open(folder)) {
			assertThat(generator.card().name()).isEqualTo("tiny");
			assertThat(generator.generate(new float[TinyGenerators.DIMENSION], 1).join()).hasSize(16 * 16 * 3);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					"width" : 16       | "width" : 8        | image.width (8) must be 16, as in the graph generator.onnx
					"height" : 16      | "height" : 32      | image.height (32) must be 16, as in the graph generator.onnx
					"channels" : 3     | "channels" : 1     | image.channels (1) must be 3, as in the graph generator.onnx
					"dimension" : 8    | "dimension" : 9    | latent.dimension (9) must be 8, as in the graph generator.onnx
					"cat", "dog"       | "cat"              | the number of classes (1) must be 2, as in the graph generator.onnx
					""")
	void aCardThatContradictsItsGraphIsRefused(String written, String said, String reason) throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 16, 3, "cat", "dog");
		Path card = folder.resolve(ModelFiles.CARD);
		String text = Files.readString(card);
		assertThat(text).contains(written);
		Files.writeString(card, text.replace(written, said));
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> open(folder))
			.withMessage("%s: %s", card, reason);
	}

	@Test
	void aCardThatPromisesWordsForAGraphWithoutThemIsRefused() throws Exception {
		TinyGenerators.writePrompted(this.models, "tiny", 16, 3, "cat");
		Path folder = this.models.resolve("tiny");
		Path graph = Files.write(folder.resolve(ModelFiles.GRAPH), TinyGenerators.graph(16, 3, 0));
		Path card = folder.resolve(ModelFiles.CARD);
		ModelCard before = ModelCards.read(folder);
		Files.writeString(card, Files.readString(card)
			.replace(String.valueOf(before.files().get(ModelFiles.GRAPH)), Sha256.hex(graph)));
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> open(folder))
			.withMessage("%s: text must be left out, as the graph generator.onnx takes no sentence", card);
	}

	@Test
	void aFileThatIsNotTheOneThatItsCardNamesIsRefused() throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		Files.write(folder.resolve(ModelFiles.GRAPH), TinyGenerators.graph(16, 1, 0));
		assertThatExceptionOfType(InvalidModelCardException.class).isThrownBy(() -> open(folder))
			.withMessageContaining("export or copy it again");
	}

	@Test
	void aGraphThatCannotGenerateAloneIsRefused() {
		// Asks for the second latent, so that a batch of one fails.
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> open(squares(Dimension.BATCH, (graph, z) -> {
				Value second = graph.node("Gather", List.of(z, graph.constant("second", new long[] { 1 })));
				return graph.node("Add", List.of(z, second));
			})))
			.withMessageContaining("squares.onnx cannot generate images: ");
	}

	@Test
	void picturesThatDifferTogetherFromAloneAreGeneratedAlone() throws IOException {
		try (Generator generator = open(squares(Dimension.BATCH, (graph, z) -> graph.node("Sub",
				List.of(z, graph.node("ReduceMean", List.of(z), Attribute.integers("axes", 0))))))) {
			LatentInput input = new LatentInput(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 0);
			generator.generateAll(List.of(input, input, input)).forEach(CompletableFuture::join);
			assertThat(this.meters.get("eidolon.batch.size").summary().max()).isEqualTo(1);
		}
	}

	@Test
	void aGraphOfRandomImagesIsRefused() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> open(squares(Dimension.BATCH,
					(graph, z) -> graph.node("Add", List.of(z, graph.node("RandomNormalLike", List.of(z)))))))
			.withMessageEndingWith("squares.onnx generates other images from the same latent; "
					+ "a generator without random operators is needed");
	}

	@Test
	void aGraphWhoseImagesAreNoNumbersIsRefused() {
		assertThatExceptionOfType(InvalidModelException.class)
			.isThrownBy(() -> open(squares(Dimension.BATCH,
					(graph, z) -> graph.node("Log", List.of(graph.node("Sub", List.of(z, z)))))))
			.withMessageEndingWith(
					"squares.onnx generates NaN or infinity in 8 of 8 test pictures; finite numbers are needed");
	}

	@Test
	void whatWasFoundOutBeforeIsNotTriedAgain() throws IOException {
		Path folder = TinyGenerators.write(this.models, "tiny", 16, 3, "cat", "dog");
		KeptPlans plans = TestFactory.plans(this.models.resolve("plans"));
		GeneratorFactory keeping = TestFactory.of(this.workers, plans, this.meters);
		Path file = plans.file(source(folder)).orElseThrow();
		byte[] picture;
		try (Generator first = keeping.open(source(folder))) {
			picture = first.generate(new float[TinyGenerators.DIMENSION], 1).join();
		}
		Finding found = plans.read(file).orElseThrow();
		plans.write(file, told(found, 77));
		try (Generator again = keeping.open(source(folder))) {
			assertThat(again.plan().speedup()).isEqualTo(77);
			assertThat(again.generate(new float[TinyGenerators.DIMENSION], 1).join()).isEqualTo(picture);
		}
		Files.writeString(file, "nonsense");
		try (Generator again = keeping.open(source(folder))) {
			assertThat(again.plan().speedup()).isNotEqualTo(77);
		}
		assertThat(plans.read(file)).as("what was found out anew").isPresent();
	}

	@Test
	void whatDoesNotHoldAnyMoreIsTriedAgain() {
		Path folder = TinyGenerators.write(this.models, "tiny", 16, 3);
		KeptPlans plans = TestFactory.plans(this.models.resolve("plans"));
		Path file = plans.file(source(folder)).orElseThrow();
		ExecutionPlan other = new ExecutionPlan(Graph.REWRITTEN, List.of("of-another-build"), 77, Precision.FLOAT32,
				null, "cpu");
		ExecutionPlan same = new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 77, Precision.FLOAT32, null, "cpu");
		for (Finding finding : List.of(new Finding(true, ValueRange.TANH, Wish.FLOAT32, other),
				new Finding(true, ValueRange.TANH, Wish.AUTO, same))) {
			plans.write(file, finding);
			try (Generator generator = TestFactory.of(this.workers, plans, this.meters).open(source(folder))) {
				assertThat(generator.plan().speedup()).isNotEqualTo(77);
			}
		}
	}

	@Test
	void metersCountPicturesBatchesAndTimesOfEachModel() {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		try (Generator generator = open(folder)) {
			for (int i = 0; i < 3; i++) {
				generator.generate(new float[TinyGenerators.DIMENSION], 0).join();
			}
			assertThat(this.meters.get("eidolon.pictures").tag("model", "tiny").counter().count()).isEqualTo(3);
			assertThat(this.meters.get("eidolon.batch.size").tag("model", "tiny").summary().totalAmount()).isEqualTo(3);
			assertThat(this.meters.get("eidolon.queue.depth").tag("model", "tiny").gauge().value()).isZero();
			assertThat(List.of("eidolon.queue.time", "eidolon.session.time")).allSatisfy((name) -> {
				Timer timer = this.meters.get(name).tag("model", "tiny").timer();
				assertThat(timer.count()).isEqualTo(3);
				assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
			});
		}
	}

	@Test
	void metersGoWithTheLastGeneratorOfTheirVersion() {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		Generator old = open(folder);
		Generator replacement = open(folder);
		old.generate(new float[TinyGenerators.DIMENSION], 0).join();
		old.close();
		replacement.generate(new float[TinyGenerators.DIMENSION], 0).join();
		assertThat(this.meters.get("eidolon.pictures").tags("model", "tiny", "version", "1").counter().count())
			.isEqualTo(2);
		replacement.close();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	private Generator open(Path folder) {
		return this.factory.open(source(folder));
	}

	private static ModelSource source(Path folder) {
		return new ModelSource(folder, folder.resolve(ModelFiles.GRAPH), "tiny", null);
	}

	private static Finding told(Finding found, double speedup) {
		ExecutionPlan plan = found.plan();
		return new Finding(found.batches(), found.range(), found.precision(), new ExecutionPlan(plan.graph(),
				plan.rewrites(), speedup, plan.precision(), plan.psnr(), plan.device()));
	}

	private Generator open(byte[] graph) throws IOException {
		Path file = Files.write(this.models.resolve("squares.onnx"), graph);
		return this.factory.open(new ModelSource(this.models, file, "squares", null));
	}

	/** The outer product of each latent with itself: z (N, 8) to image (N, 1, 8, 8). */
	private static byte[] squares(Dimension count, BiFunction<GraphBuilder, Value, Value> rows) {
		GraphBuilder graph = new GraphBuilder("squares", 17);
		Value z = rows.apply(graph, graph.input("z", ElementType.FLOAT, count, Dimension.fixed(8)));
		Value column = graph.node("Reshape", List.of(z, graph.constant("column", new long[] { -1, 1, 8, 1 })));
		Value row = graph.node("Reshape", List.of(z, graph.constant("row", new long[] { -1, 1, 1, 8 })));
		graph.output(graph.node("Mul", List.of(column, row)), "image", ElementType.FLOAT, count, Dimension.fixed(1),
				Dimension.fixed(8), Dimension.fixed(8));
		return graph.build();
	}

}
