package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static io.eidolon.graph.ForeignGenerators.weights;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("foreign")
class OutputRangeTests {

	@Test
	void boundedOperatorsTellTheRange() {
		assertThat(range(operator("Tanh", "image", List.of("z")))).contains(ValueRange.TANH);
		assertThat(range(operator("Sigmoid", "image", List.of("z")))).contains(new ValueRange(0, 1));
		assertThat(range(operator("Softsign", "image", List.of("z")))).contains(ValueRange.TANH);
		assertThat(range(operator("Clip", "image", List.of("z", "minus", "half")))).contains(new ValueRange(-1, 0.5f));
	}

	@Test
	void whatFeedsABoundNarrowsIt() {
		assertThat(range(operator("Relu", "a", List.of("z")), operator("Tanh", "image", List.of("a"))))
			.contains(new ValueRange(0, 1));
		assertThat(range(operator("Softplus", "a", List.of("z")), operator("Neg", "b", List.of("a")),
				operator("Tanh", "image", List.of("b"))))
			.contains(new ValueRange(-1, 0));
		assertThat(range(operator("Relu", "a", List.of("z")), operator("Clip", "image", List.of("a", "minus", "one"))))
			.contains(new ValueRange(0, 1));
		assertThat(range(operator("Relu", "a", List.of("z")), operator("Min", "image", List.of("a", "one"))))
			.contains(new ValueRange(0, 1));
		assertThat(range(operator("Tanh", "a", List.of("z")), operator("Mul", "image", List.of("a", "a"))))
			.contains(new ValueRange(0, 1));
	}

	@Test
	void whatScalesAndShiftsABoundIsFollowed() {
		assertThat(range(operator("Tanh", "a", List.of("z")), operator("Add", "b", List.of("one", "a")),
				operator("Mul", "image", List.of("b", "half"))))
			.contains(new ValueRange(0, 1));
		assertThat(range(operator("Sigmoid", "a", List.of("z")), operator("Sub", "b", List.of("a", "half")),
				operator("Div", "image", List.of("b", "half"))))
			.contains(ValueRange.TANH);
		assertThat(range(operator("Sigmoid", "a", List.of("z")), operator("Sub", "image", List.of("one", "a"))))
			.contains(new ValueRange(0, 1));
		assertThat(range(operator("Tanh", "a", List.of("z")), operator("Mul", "image", List.of("a", "minus"))))
			.contains(ValueRange.TANH);
	}

	@Test
	void anOpenEndTellsNoRangeButASign() {
		assertThat(range(operator("Relu", "image", List.of("z")))).isEmpty();
		assertThat(OutputRange.of(tail(operator("Relu", "image", List.of("z")))).minimum()).isZero();
		assertThat(range(operator("Clip", "image", List.of("z", "minus")))).isEmpty();
		assertThat(range(operator("Tanh", "a", List.of("z")), operator("Mul", "image", List.of("a", "z")))).isEmpty();
		assertThat(range(operator("Sub", "image", List.of("one", "z")))).isEmpty();
	}

	@Test
	void aSumOfTwoBoundsIsNotUsedFromEndToEnd() {
		// A foreground on a background, of which a mask takes either.
		List<NodeProto> blend = List.of(operator("Tanh", "a", List.of("z")), operator("Sin", "b", List.of("z")),
				operator("Sigmoid", "m", List.of("z")), operator("Mul", "am", List.of("a", "m")),
				operator("Sub", "n", List.of("one", "m")), operator("Mul", "bn", List.of("b", "n")),
				operator("Add", "image", List.of("am", "bn")));
		OutputRange range = OutputRange.of(tail(blend.toArray(NodeProto[]::new)));
		assertThat(range.range()).isEmpty();
		assertThat(range.minimum()).isEqualTo(-2);
	}

	private static Optional<ValueRange> range(NodeProto... nodes) {
		return OutputRange.of(tail(nodes)).range();
	}

	private static OnnxGraph tail(NodeProto... nodes) {
		ModelProto model = ForeignGenerators.of(value("z", DataType.FLOAT, -1, 4), List.of(nodes),
				value("image", DataType.FLOAT, -1, 4), weights("one", new float[] { 1 }),
				weights("half", new float[] { 0.5f }), weights("minus", new float[] { -1 }));
		return OnnxGraph.of(model);
	}

}
