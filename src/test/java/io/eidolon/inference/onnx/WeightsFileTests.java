package io.eidolon.inference.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WeightsFileTests {

	private static final int WIDTH = 4_300_000;

	@Test
	void aLargeGraphIsOpenedByWayOfAFileThatIsGoneAfterwards() throws IOException {
		OnnxGraph graph = OnnxGraph.parse(large());
		assertThat(graph.isStored()).isFalse();
		assertRuns(graph);
	}

	@Test
	void theWeightsOfALargeFileAreNeverInMemory(@TempDir Path folder) throws IOException {
		Path file = Files.write(folder.resolve("large.onnx"), large());
		OnnxGraph graph = OnnxGraph.read(file, folder);
		assertThat(graph.isStored()).isTrue();
		assertThat(graph.model().getSerializedSize()).isLessThan(10_000);
		assertThat(graph.size()).isBetween(Files.size(file) - 1000, Files.size(file) + 1000);
		assertRuns(graph);
		assertRuns(OnnxGraph.parse(graph.bytes()));
	}

	@Test
	void largeWeightsBesideAGraphAreNeverInMemory(@TempDir Path folder) throws IOException {
		OnnxGraph whole = OnnxGraph.parse(large());
		ModelProto.Builder apart = whole.model().toBuilder();
		for (TensorProto.Builder tensor : apart.getGraphBuilder().getInitializerBuilderList()) {
			if (tensor.getRawData().size() > 1000) {
				Files.write(folder.resolve("w.data"), tensor.getRawData().toByteArray());
				tensor.clearRawData()
					.setDataLocation(DataLocation.EXTERNAL)
					.addExternalDataBuilder()
					.setKey("location")
					.setValue("w.data");
			}
		}
		OnnxGraph graph = OnnxGraph.read(Files.write(folder.resolve("large.onnx"), apart.build().toByteArray()),
				folder);
		assertThat(graph.isStored()).isTrue();
		assertRuns(graph);
	}

	@Test
	void aPlaceThatALargeFileNamesBesideItsOwnDataIsNotRead(@TempDir Path folder) throws IOException {
		ModelProto.Builder hostile = OnnxGraph.parse(large()).model().toBuilder();
		hostile.getGraphBuilder()
			.getInitializerBuilderList()
			.stream()
			.filter((tensor) -> tensor.getRawData().size() > 1000)
			.forEach((tensor) -> tensor.setDataLocation(DataLocation.EXTERNAL)
				.addExternalDataBuilder()
				.setKey("location")
				.setValue("/etc/passwd"));
		assertRuns(OnnxGraph.read(Files.write(folder.resolve("large.onnx"), hostile.build().toByteArray()), folder));
	}

	@Test
	void aLargeFileThatIsCutOffIsRefused(@TempDir Path folder) throws IOException {
		byte[] bytes = large();
		Path file = Files.write(folder.resolve("large.onnx"), Arrays.copyOf(bytes, bytes.length - 1_000_000));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> OnnxGraph.read(file, folder))
			.withMessageStartingWith("The file is no ONNX model, or not all of one: ");
	}

	private static byte[] large() {
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
		return builder.build();
	}

	private static void assertRuns(OnnxGraph graph) throws IOException {
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
