package io.eidolon.inference.onnx;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TensorSessionTests {

	private static final int SIDE = 512;

	@Test
	void integersAndFloatsGoInByNameAndAShapeComesOut() throws TimeoutException {
		try (TensorSession session = TensorSession.open("scaled", scaled())) {
			Map<String, Tensor> inputs = Map.of("ids", new Tensor.Longs(new long[] { 1, 2, 3 }, 1, 3), "scale",
					new Tensor.Floats(new float[] { 0.5f, 0.5f, 2 }, 1, 3));
			Tensor.Floats output = session.run(inputs, "scaled", Duration.ofMinutes(1));
			assertThat(output.values()).containsExactly(0.5f, 1, 6);
			assertThat(output.shape()).containsExactly(1, 3);
			assertThat(session.run(inputs, "scaled").values()).isEqualTo(output.values());
			assertThat(session.signature()).hasToString("ids int64 (N, 3), scale float (N, 3) -> scaled float (N, 3)");
		}
	}

	@Test
	void aRunEndsWhenItsTimeIsOverAndTheNextOneIsFree() throws TimeoutException {
		try (TensorSession session = TensorSession.open("chain", chain(1000))) {
			Map<String, Tensor> inputs = Map.of("x", new Tensor.Floats(new float[SIDE * SIDE], SIDE, SIDE));
			assertThatExceptionOfType(TimeoutException.class)
				.isThrownBy(() -> session.run(inputs, "y", Duration.ofMillis(1)))
				.withMessage("The run was not finished within PT0.001S");
		}
		try (TensorSession session = TensorSession.open("chain", chain(1))) {
			Map<String, Tensor> inputs = Map.of("x", new Tensor.Floats(new float[SIDE * SIDE], SIDE, SIDE));
			assertThat(session.run(inputs, "y", Duration.ofMinutes(1)).shape()).containsExactly(SIDE, SIDE);
		}
	}

	@Test
	void runsOfWorkWhoseTimeIsOverEndToo() {
		try (TensorSession session = TensorSession.open("chain", chain(1000))) {
			Map<String, Tensor> inputs = Map.of("x", new Tensor.Floats(new float[SIDE * SIDE], SIDE, SIDE));
			assertThatIllegalStateException()
				.isThrownBy(() -> RunLimit.within(Duration.ofMillis(1), () -> session.run(inputs, "y")))
				.withMessage("The graph cannot be run: it takes too long");
			assertThatIllegalStateException()
				.isThrownBy(() -> RunLimit.within(Duration.ZERO, () -> session.run(inputs, "y")))
				.withMessage("The graph cannot be run: it takes too long");
		}
	}

	@Test
	void valuesThatAreNotAsManyAsTheShapeSaysAreRefused() {
		try (TensorSession session = TensorSession.open("chain", chain(1))) {
			assertThatIllegalStateException()
				.isThrownBy(() -> session.run(Map.of("x", new Tensor.Floats(new float[7], 1, SIDE)), "y"))
				.withMessageStartingWith("The graph cannot be run: ");
		}
	}

	/** ids int64 (N, 3) times scale float (N, 3). */
	private static byte[] scaled() {
		GraphBuilder graph = new GraphBuilder("scaled", 17);
		Value ids = graph.input("ids", ElementType.INT64, Dimension.BATCH, Dimension.fixed(3));
		Value scale = graph.input("scale", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3));
		Value numbers = graph.node("Cast", List.of(ids), Attribute.integer("to", 1));
		graph.output(graph.node("Mul", List.of(numbers, scale)), "scaled", ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(3));
		return graph.build();
	}

	/** As many products of matrices, one after the other. */
	private static byte[] chain(int length) {
		GraphBuilder graph = new GraphBuilder("chain", 17);
		Value x = graph.input("x", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(SIDE));
		Value w = graph.constant("w", new float[SIDE * SIDE], SIDE, SIDE);
		for (int i = 0; i < length; i++) {
			x = graph.node("MatMul", List.of(x, w));
		}
		graph.output(x, "y", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(SIDE));
		return graph.build();
	}

}
