package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Random;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.ModelProto;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.HalfPrecisionWeights;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FastFormTests {

	@Test
	void aDcganKeepsNothingButProductsAndConvolutionsAndItsLastLayer() throws Exception {
		Layers layers = dcgan();
		OnnxGraph original = layers.graph();

		Rewritten rewritten = FastForm.of(original);

		assertThat(rewritten.rewrites()).containsExactly("batch-norm-folding", "pixel-projection", "phase-convolution");
		assertThat(Layers.operators(rewritten.graph())).doesNotContain("BatchNormalization")
			.containsOnlyOnce("ConvTranspose")
			.containsOnlyOnce("Gemm");
		layers.assertEqual(rewritten.graph(), original);
	}

	@Test
	void weightsStoredInHalfPrecisionAreSeenAsWell() throws Exception {
		Layers layers = dcgan();
		OnnxGraph original = OnnxGraph.parse(HalfPrecisionWeights.store(layers.graph().bytes()));

		Rewritten rewritten = FastForm.of(original);

		assertThat(rewritten.rewrites()).containsExactly("constant-folding", "batch-norm-folding", "pixel-projection",
				"phase-convolution");
		layers.assertEqual(rewritten.graph(), original);
	}

	@Test
	void anUpsamplingGeneratorBecomesPhasesAndANarrowLastLayer() throws Exception {
		Random random = new Random(8);
		Layers layers = new Layers(random, 16, 8, 8);
		layers.then("Upsample", List.of(layers.constant(1, 1, 2, 2)))
			.then("Conv", layers.weights(24, 24, 16, 3, 3), Attribute.integers("pads", 1, 1, 1, 1))
			.thenBatchNorm(24)
			.then("LeakyRelu", List.of())
			.then("Conv", layers.weights(3, 3, 24, 3, 3), Attribute.integers("pads", 1, 1, 1, 1))
			.then("Tanh", List.of());
		OnnxGraph original = withOpset(layers.graph(), 9);

		Rewritten rewritten = FastForm.of(original);

		assertThat(rewritten.rewrites()).containsExactly("batch-norm-folding", "upsample-folding", "narrow-convolution",
				"phase-convolution");
		layers.assertEqual(rewritten.graph(), original);
	}

	@Test
	void aGraphThatNothingAppliesToIsReturnedAsItIs() {
		OnnxGraph graph = new Layers(new Random(1), 3, 8, 8).then("Tanh", List.of()).graph();
		assertThat(FastForm.of(graph).graph()).isSameAs(graph);
		assertThat(FastForm.of(graph).rewrites()).isEmpty();
	}

	@Test
	void everyLayerThatDoublesTheSizeIsRewritten() throws Exception {
		Layers layers = new Layers(new Random(5), 16, 8, 8);
		Attribute strides = Attribute.integers("strides", 2, 2);
		Attribute pads = Attribute.integers("pads", 1, 1, 1, 1);
		OnnxGraph original = layers.then("ConvTranspose", layers.weights(24, 16, 24, 4, 4), strides, pads)
			.then("Relu", List.of())
			.then("ConvTranspose", layers.weights(16, 24, 16, 4, 4), strides, pads)
			.then("Relu", List.of())
			.then("ConvTranspose", layers.weights(16, 16, 16, 4, 4), strides, pads)
			.graph();

		Rewritten rewritten = FastForm.of(original);

		assertThat(Layers.operators(rewritten.graph())).doesNotContain("ConvTranspose");
		layers.assertEqual(rewritten.graph(), original);
	}

	@Test
	void itSaysWhereEachRewriteAppliedAndWhyItDidNotElsewhere() {
		Layers layers = new Layers(new Random(1), 16, 8, 8);
		OnnxGraph graph = layers.then("Conv", layers.weights(3, 3, 16, 3, 3), Attribute.integers("pads", 1, 1, 1, 1))
			.then("Conv", layers.weights(3, 3, 3, 3, 3), Attribute.integers("strides", 2, 2))
			.graph();
		assertThat(FastForm.of(graph).outcomes()).extracting(RewriteOutcome::toString)
			.contains("narrow-convolution: applied to Conv_1", "narrow-convolution: not applied to Conv_2: stride 2",
					"upsample-folding: not applied to Conv_1: no upsampling before it");
	}

	@Test
	void aGraphThatHoldsOthersIsLeftAlone() {
		ModelProto.Builder model = dcgan().graph().model().toBuilder();
		model.getGraphBuilder()
			.addNodeBuilder()
			.setOpType("Loop")
			.addAttribute(AttributeProto.newBuilder()
				.setName("body")
				.setType(AttributeType.GRAPH)
				.setG(model.getGraph().toBuilder().clearNode()));
		OnnxGraph graph = OnnxGraph.of(model.build());
		assertThat(FastForm.of(graph)).isEqualTo(new Rewritten(graph, List.of(), List.of()));
	}

	@Test
	void constantsThatAnOldFileListsAsInputsAreConstants() throws Exception {
		Layers layers = dcgan();
		OnnxGraph original = layers.graph();
		ModelProto.Builder model = original.model().toBuilder();
		original.model().getGraph().getInitializerList().forEach((tensor) -> {
			var type = model.getGraphBuilder().addInputBuilder().setName(tensor.getName()).getTypeBuilder();
			var shape = type.getTensorTypeBuilder().setElemType(tensor.getDataType()).getShapeBuilder();
			tensor.getDimsList().forEach((size) -> shape.addDimBuilder().setDimValue(size));
		});

		Rewritten rewritten = FastForm.of(OnnxGraph.of(model.build()));

		assertThat(rewritten.rewrites()).contains("phase-convolution");
		assertThat(rewritten.graph().model().getGraph().getInputList()).hasSize(1);
		layers.assertEqual(rewritten.graph(), original);
	}

	/** z (N, 12) by way of 4x4 and 8x8 to image (N, 3, 32, 32). */
	private static Layers dcgan() {
		Layers layers = new Layers(new Random(7), 12, 1, 1);
		Attribute strides = Attribute.integers("strides", 2, 2);
		Attribute pads = Attribute.integers("pads", 1, 1, 1, 1);
		return layers.then("ConvTranspose", layers.weights(24, 12, 24, 8, 8))
			.thenBatchNorm(24)
			.then("Relu", List.of())
			.then("ConvTranspose", layers.weights(16, 24, 16, 4, 4), strides, pads)
			.thenBatchNorm(16)
			.then("Relu", List.of())
			.then("ConvTranspose", layers.weights(3, 16, 3, 4, 4), strides, pads)
			.then("Tanh", List.of());
	}

	private static OnnxGraph withOpset(OnnxGraph graph, long version) {
		ModelProto.Builder model = graph.model().toBuilder();
		model.getOpsetImportBuilder(0).setVersion(version);
		return OnnxGraph.of(model.build());
	}

}
