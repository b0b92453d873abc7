package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpsampleFoldingTests {

	private final UpsampleFolding rewrite = new UpsampleFolding();

	static LongStream seeds() {
		return LongStream.range(0, 40);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void oneLayerComputesWhatTwoCompute(long seed) throws Exception {
		Random random = new Random(seed);
		int from = random.nextInt(1, 20);
		int to = random.nextInt(1, 20);
		long height = random.nextInt(1, 6);
		long width = random.nextInt(1, 6);
		long top = random.nextLong(height);
		long left = random.nextLong(width);
		Layers layers = new Layers(random, from, random.nextInt(1, 9), random.nextInt(1, 9));
		upsample(layers, 2).then("Conv", layers.weights(to, to, from, height, width),
				Attribute.integers("pads", top, left, height - 1 - top, width - 1 - left));
		OnnxGraph original = doubling(layers.graph(), "asymmetric", "floor");

		OnnxGraph rewritten = Layers.rewritten(this.rewrite, original);

		assertThat(Layers.operators(rewritten)).doesNotContain("Resize", "Conv");
		layers.assertEqual(rewritten, original);
	}

	@ParameterizedTest
	@CsvSource({ "asymmetric, floor, true", "half_pixel, round_prefer_floor, true",
			"half_pixel, round_prefer_ceil, true", "pytorch_half_pixel, round_prefer_floor, true",
			"asymmetric, ceil, false", "asymmetric, round_prefer_ceil, false", "half_pixel, floor, false",
			"align_corners, floor, false" })
	void itAppliesWhereEachPixelIsRepeated(String coordinates, String rounding, boolean repeats) throws Exception {
		Layers layers = new Layers(new Random(2), 4, 5, 6);
		upsample(layers, 2).then("Conv", layers.weights(3, 3, 4, 3, 3), Attribute.integers("pads", 1, 1, 1, 1));
		OnnxGraph original = doubling(layers.graph(), coordinates, rounding);
		assertThat(Layers.applies(this.rewrite, original)).isEqualTo(repeats);
		if (repeats) {
			layers.assertEqual(Layers.rewritten(this.rewrite, original), original);
		}
	}

	@Test
	void otherScalesStay() {
		Layers layers = new Layers(new Random(3), 4, 5, 6);
		upsample(layers, 3).then("Conv", layers.weights(3, 3, 4, 3, 3), Attribute.integers("pads", 1, 1, 1, 1));
		assertThat(Layers.applies(this.rewrite, doubling(layers.graph(), "asymmetric", "floor"))).isFalse();
	}

	@Test
	void aConvolutionThatShrinksItsInputStays() {
		Layers layers = new Layers(new Random(3), 4, 5, 6);
		upsample(layers, 2).then("Conv", layers.weights(3, 3, 4, 3, 3));
		assertThat(Layers.applies(this.rewrite, doubling(layers.graph(), "asymmetric", "floor"))).isFalse();
	}

	private static Layers upsample(Layers layers, float scale) {
		return layers.then("Resize", List.of(layers.constant(new float[0]), layers.constant(1, 1, scale, scale)));
	}

	private static OnnxGraph doubling(OnnxGraph graph, String coordinates, String rounding) {
		ModelProto.Builder model = graph.model().toBuilder();
		model.getGraphBuilder()
			.getNodeBuilderList()
			.stream()
			.filter((node) -> node.getOpType().equals("Resize"))
			.forEach((node) -> node.addAttribute(text("mode", "nearest"))
				.addAttribute(text("coordinate_transformation_mode", coordinates))
				.addAttribute(text("nearest_mode", rounding)));
		return OnnxGraph.of(model.build());
	}

	private static AttributeProto text(String name, String value) {
		return AttributeProto.newBuilder()
			.setName(name)
			.setType(AttributeType.STRING)
			.setS(ByteString.copyFromUtf8(value))
			.build();
	}

}
