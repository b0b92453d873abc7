package io.eidolon.inference.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WeightsFileTests {

	private static final int WIDTH = 4_300_000;

	@Test
	void aLargeGraphIsOpenedByWayOfAFileThatIsGoneAfterwards() throws IOException {
		float[] weights = new float[4 * WIDTH];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = i % 1000;
		}
		GraphBuilder builder = new GraphBuilder("large", 17);
		Value z = builder.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(4));
		Value wide = builder.node("MatMul", List.of(z, builder.constant("w", weights, 4, WIDTH)));
		Value few = builder.node("Slice", List.of(wide, builder.constant("from", new long[] { 1 }),
				builder.constant("to", new long[] { 3 }), builder.constant("axes", new long[] { 1 })));
		builder.output(few, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2));
		OnnxGraph graph = OnnxGraph.parse(builder.build());
		assertThat(WeightsFile.isFor(graph)).isTrue();
		long before = files();
		try (GeneratorSession session = GeneratorSession.open("large", graph, Device.CPU)) {
			assertThat(files()).isEqualTo(before);
			assertThat(session.run(new float[] { 1, 0, 0, 2 }, null, 1))
				.containsExactly(1 + 2 * ((3L * WIDTH + 1) % 1000), 2 + 2 * ((3L * WIDTH + 2) % 1000));
		}
	}

	private static long files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.filter((file) -> file.getFileName().toString().startsWith("eidolon-weights-")).count();
		}
	}

}
