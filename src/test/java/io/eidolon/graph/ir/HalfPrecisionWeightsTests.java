package io.eidolon.graph.ir;

import java.util.List;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxRuntime;
import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class HalfPrecisionWeightsTests {

	private static final float[] Z = { 0.3f, -1.2f, 0.9f, 2.1f, -0.4f, 0.05f, -1.7f, 0.6f };

	@Test
	void picturesDifferByRoundingOnly() throws Exception {
		byte[] model = TinyGenerators.graph(16, 3, 0);
		byte[] stored = HalfPrecisionWeights.store(model);
		assertThat(OnnxRuntime.run(stored, Z, null, 1))
			.containsExactly(OnnxRuntime.run(model, Z, null, 1), within(5e-3f))
			.isNotEqualTo(OnnxRuntime.run(model, Z, null, 1));
	}

	@Test
	void theFileIsAboutHalfAsLarge() {
		byte[] model = TinyGenerators.graph(16, 3, 10);
		assertThat(HalfPrecisionWeights.store(model).length).isLessThan((int) (0.6 * model.length));
	}

	@Test
	void aGraphWithLabelsKeepsItsIndicesAndVectors() throws Exception {
		ModelProto stored = ModelProto.parseFrom(HalfPrecisionWeights.store(TinyGenerators.graph(8, 1, 3)));
		assertThat(stored.getGraph().getInitializerList()).allSatisfy((tensor) -> {
			int type = tensor.getName().endsWith("_half") ? TensorProto.DataType.FLOAT16_VALUE
					: tensor.getName().equals("as-pixel") ? TensorProto.DataType.INT64_VALUE
							: TensorProto.DataType.FLOAT_VALUE;
			assertThat(tensor.getDataType()).isEqualTo(type);
			assertThat(type == TensorProto.DataType.FLOAT16_VALUE).isEqualTo(tensor.getDimsCount() > 1);
		});
	}

	@Test
	void weightsInTheRepeatedFieldAreReadAsWell() throws Exception {
		ModelProto.Builder model = ModelProto.parseFrom(linear(1.5f, -2.25f)).toBuilder();
		model.getGraphBuilder().getInitializerBuilder(0).clearRawData().addAllFloatData(List.of(1.5f, -2.25f));
		byte[] stored = HalfPrecisionWeights.store(model.build().toByteArray());
		assertThat(OnnxRuntime.run(stored, new float[] { 1, 1 }, null, 1)).containsExactly(-0.75f);
	}

	@Test
	void valuesAreRoundedToTheNearestHalfTiesToEven() throws Exception {
		// Halves next to 1 are 1/1024 apart; these two lie in the middle between a pair.
		byte[] stored = HalfPrecisionWeights.store(linear(1 + 1 / 2048f, 1 + 3 / 2048f));
		assertThat(OnnxRuntime.run(stored, new float[] { 1, 0 }, null, 1)).containsExactly(1);
		assertThat(OnnxRuntime.run(stored, new float[] { 0, 1 }, null, 1)).containsExactly(1 + 2 / 1024f);
	}

	@Test
	void theCastsStandBeforeTheNodesThatReadThem() throws Exception {
		ModelProto stored = ModelProto.parseFrom(HalfPrecisionWeights.store(linear(1, 2)));
		assertThat(stored.getGraph().getNodeList()).extracting(NodeProto::getOpType)
			.containsExactly("Cast", "MatMul", "Identity");
	}

	@Test
	void aWeightThatAHalfCannotHoldIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> HalfPrecisionWeights.store(linear(1, 70_000)))
			.withMessage("w holds 70000.0; a half holds finite values up to 65504");
	}

	@Test
	void bytesThatAreNoModelAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> HalfPrecisionWeights.store(new byte[] { -1, -1, -1 }))
			.withMessageStartingWith("These bytes are not an ONNX model: ");
	}

	/** z (N, 2) to image (N, 1) by two weights. */
	private static byte[] linear(float first, float second) {
		GraphBuilder graph = new GraphBuilder("linear", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2));
		Value weights = graph.constant("w", new float[] { first, second }, 2, 1);
		graph.output(graph.node("MatMul", List.of(z, weights)), "image", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(1));
		return graph.build();
	}

}
