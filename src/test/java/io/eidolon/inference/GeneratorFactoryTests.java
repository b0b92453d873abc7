package io.eidolon.inference;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.GraphBuilder;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GeneratorFactoryTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final GeneratorFactory factory = new GeneratorFactory(new InferenceProperties(1, 4, 16), this.meters);

	@TempDir
	private Path models;

	@Test
	void aGeneratorThatKeepsItsCardOpensAndDraws() {
		Path folder = TinyGenerators.write(this.models, "tiny", 16, 3, "cat", "dog");
		try (Generator generator = this.factory.open(folder, ModelCards.read(folder))) {
			assertThat(generator.card().name()).isEqualTo("tiny");
			assertThat(generator.generate(new float[TinyGenerators.DIMENSION], 1).join()).hasSize(16 * 16 * 3);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			8  | 1 | ''      | z float (N, 8) -> image float (N, 1, 8, 8)
			16 | 3 | ''      | z float (N, 8) -> image float (N, 3, 16, 16)
			16 | 1 | cat dog | z float (N, 8), label int64 (N) -> image float (N, 1, 16, 16)
			""")
	void aGraphThatIsNotWhatItsCardSaysIsRefused(int side, int channels, String classes, String found) {
		String[] names = classes.isEmpty() ? new String[0] : classes.split(" ");
		Path folder = TinyGenerators.write(this.models, "tiny", side, channels, names);
		ModelCard other = ModelCards.read(TinyGenerators.write(this.models, "other", 16, 1));
		assertThatExceptionOfType(InvalidGeneratorException.class).isThrownBy(() -> this.factory.open(folder, other))
			.withMessage("%s is a graph of %s, but its card needs z float (N, 8) -> image float (N, 1, 16, 16)",
					folder.resolve(ModelCard.GRAPH_FILE), found);
	}

	@Test
	void aGraphForOnePictureAtATimeIsRefused() {
		assertThatExceptionOfType(InvalidGeneratorException.class)
			.isThrownBy(() -> open(squares(Dimension.fixed(1), (graph, z) -> z)))
			.withMessageContaining("is a graph of z float (1, 8) -> image float (1, 1, 8, 8), but its card needs "
					+ "z float (N, 8) -> image float (N, 1, 8, 8)");
	}

	@Test
	void aGraphThatCannotDrawABatchIsRefused() {
		// Asks for the second latent, so that a batch of one fails.
		assertThatExceptionOfType(InvalidGeneratorException.class)
			.isThrownBy(() -> open(squares(Dimension.BATCH, (graph, z) -> {
				String second = graph.node("Gather", List.of(z, graph.constant("second", new long[] { 1 })));
				return graph.node("Add", List.of(z, second));
			})))
			.withMessageContaining("cannot draw a batch of 1: ");
	}

	@Test
	void aGraphThatLosesPicturesIsRefused() {
		// Keeps the first latent and drops the others.
		assertThatExceptionOfType(InvalidGeneratorException.class)
			.isThrownBy(() -> open(squares(Dimension.BATCH, (graph, z) -> {
				String first = graph.node("Cast", List.of(graph.constant("first", new long[] { 1 })),
						Attribute.integer("to", 9));
				return graph.node("Compress", List.of(z, first), Attribute.integer("axis", 0));
			})))
			.withMessageContaining("gives 64 values for a batch of 2, but its card needs 128");
	}

	@Test
	void aBrokenGraphIsRefused() {
		assertThatExceptionOfType(InvalidGeneratorException.class)
			.isThrownBy(() -> open("no graph".getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("generator.onnx cannot be loaded: ");
	}

	@Test
	void metersCountPicturesBatchesAndTimesOfEachModel() {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		try (Generator generator = this.factory.open(folder, ModelCards.read(folder))) {
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

	private Generator open(byte[] graph) throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		Files.write(folder.resolve(ModelCard.GRAPH_FILE), graph);
		return this.factory.open(folder, ModelCards.read(folder));
	}

	/** The outer product of each latent with itself: z (N, 8) to image (N, 1, 8, 8). */
	private static byte[] squares(Dimension count, BiFunction<GraphBuilder, String, String> rows) {
		GraphBuilder graph = new GraphBuilder("squares", 17);
		String z = rows.apply(graph, graph.input("z", ElementType.FLOAT, count, Dimension.fixed(8)));
		String column = graph.node("Reshape", List.of(z, graph.constant("column", new long[] { -1, 1, 8, 1 })));
		String row = graph.node("Reshape", List.of(z, graph.constant("row", new long[] { -1, 1, 1, 8 })));
		graph.output(graph.node("Mul", List.of(column, row)), "image", ElementType.FLOAT, count, Dimension.fixed(1),
				Dimension.fixed(8), Dimension.fixed(8));
		return graph.build();
	}

}
