package io.eidolon.graph.canonical;

import java.util.List;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Test;

import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static io.eidolon.graph.ForeignGenerators.weights;
import static org.assertj.core.api.Assertions.assertThat;

class OutputRangeTests {

	@Test
	void boundedOperatorsTellTheRange() {
		assertThat(OutputRange.of(tail(operator("Tanh", "image", List.of("z"))))).contains(ValueRange.TANH);
		assertThat(OutputRange.of(tail(operator("Sigmoid", "image", List.of("z"))))).contains(new ValueRange(0, 1));
		assertThat(OutputRange.of(tail(operator("Clip", "image", List.of("z", "minus", "half")))))
			.contains(new ValueRange(-1, 0.5f));
	}

	@Test
	void whatScalesAndShiftsABoundIsFollowed() {
		assertThat(OutputRange.of(tail(operator("Tanh", "a", List.of("z")), operator("Add", "b", List.of("one", "a")),
				operator("Mul", "image", List.of("b", "half")))))
			.contains(new ValueRange(0, 1));
		assertThat(OutputRange.of(tail(operator("Sigmoid", "a", List.of("z")),
				operator("Sub", "b", List.of("a", "half")), operator("Div", "image", List.of("b", "half")))))
			.contains(ValueRange.TANH);
	}

	@Test
	void aBoundThatIsTurnedOverOrUnknownTellsNothing() {
		assertThat(OutputRange
			.of(tail(operator("Tanh", "a", List.of("z")), operator("Mul", "image", List.of("a", "minus"))))).isEmpty();
		assertThat(OutputRange.of(tail(operator("Relu", "image", List.of("z"))))).isEmpty();
		assertThat(OutputRange.of(tail(operator("Clip", "image", List.of("z", "minus"))))).isEmpty();
		assertThat(
				OutputRange.of(tail(operator("Tanh", "a", List.of("z")), operator("Mul", "image", List.of("a", "z")))))
			.isEmpty();
		assertThat(OutputRange.of(tail(operator("Sub", "image", List.of("one", "z"))))).isEmpty();
	}

	private static OnnxGraph tail(NodeProto... nodes) {
		ModelProto model = ForeignGenerators.of(value("z", DataType.FLOAT, -1, 4), List.of(nodes),
				value("image", DataType.FLOAT, -1, 4), weights("one", new float[] { 1 }),
				weights("half", new float[] { 0.5f }), weights("minus", new float[] { -1 }));
		return OnnxGraph.of(model);
	}

}
