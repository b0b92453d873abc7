package io.eidolon.graph.ir;

import java.util.List;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxRuntime;
import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class GraphBuilderTests {

	private final GraphBuilder graph = new GraphBuilder("test", 17);

	@Test
	void aGraphComputesWhatItsNodesSay() throws Exception {
		Value z = this.graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2));
		Value weights = this.graph.constant("w", new float[] { 1, 2, 3, 4 }, 2, 2);
		Value product = this.graph.node("MatMul", List.of(z, weights));
		Value leaky = this.graph.node("LeakyRelu", List.of(product), Attribute.real("alpha", 0.5f));
		this.graph.output(leaky, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2));

		float[] values = OnnxRuntime.run(this.graph.build(), new float[] { 1, 0, 1, -1 }, null, 2);

		assertThat(values).containsExactly(new float[] { 1, 2, -1, -1 }, within(1e-6f));
	}

	@Test
	void anyNumberOfItemsRunsThroughADynamicDimension() throws Exception {
		byte[] model = TinyGenerators.graph(8, 1, 0);
		for (int count = 1; count <= 5; count++) {
			assertThat(OnnxRuntime.run(model, new float[count * TinyGenerators.DIMENSION], null, count))
				.hasSize(count * 64);
		}
	}

	@Test
	void aLabelChangesThePicture() throws Exception {
		byte[] model = TinyGenerators.graph(16, 3, 2);
		float[] z = new float[TinyGenerators.DIMENSION];
		assertThat(OnnxRuntime.run(model, z, new long[] { 0 }, 1)).hasSize(16 * 16 * 3)
			.isNotEqualTo(OnnxRuntime.run(model, z, new long[] { 1 }, 1));
	}

	@Test
	void aModelCarriesItsVersionsProducerAndMetadata() throws Exception {
		ModelProto model = ModelProto.parseFrom(this.graph.metadata("licence", "CC0-1.0").build());
		assertThat(model.getIrVersion()).isEqualTo(8);
		assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(17);
		assertThat(model.getProducerName()).isEqualTo("eidolon");
		assertThat(model.getMetadataPropsList()).extracting(StringStringEntryProto::getKey).containsExactly("licence");
		assertThat(model.getMetadataPropsList()).extracting(StringStringEntryProto::getValue)
			.containsExactly("CC0-1.0");
	}

	@Test
	void aNodeCannotReadWhatAnotherGraphHolds() {
		Value x = new GraphBuilder("other", 17).input("x", ElementType.FLOAT, Dimension.BATCH);
		this.graph.input("x", ElementType.FLOAT, Dimension.BATCH);
		assertThatIllegalArgumentException().isThrownBy(() -> this.graph.node("Relu", List.of(x)))
			.withMessage("Relu reads x of another graph; a node reads what its own graph holds");
	}

	@Test
	void aNameCannotBeDeclaredTwice() {
		this.graph.constant("w", new long[] { 1 });
		assertThatIllegalArgumentException().isThrownBy(() -> this.graph.constant("w", new long[] { 2 }))
			.withMessage("w is declared already; names must differ");
	}

	@Test
	void aConstantMustFillItsShape() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.graph.constant("w", new float[3], 2, 2))
			.withMessage("w holds 3 values, but its shape holds 4");
	}

	@Test
	void aFixedDimensionMustHoldSomething() {
		assertThatIllegalArgumentException().isThrownBy(() -> Dimension.fixed(0))
			.withMessage("A dimension (0) must be at least 1");
	}

}
