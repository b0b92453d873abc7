package io.eidolon.graph.gradient;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What {@link SubgradientTests} expects is what PyTorch's autograd gives. */
@Tag("libtorch")
class LibtorchSubgradientTests {

	static Stream<Arguments> functions() {
		return Stream.of(of("Abs", 0, 0, torch::abs), of("Relu", 0, 0, torch::relu),
				of("LeakyRelu", 0, 0.2, (x) -> torch.leaky_relu(x, new Scalar(0.2))),
				of("Elu", 0, 0.5, (x) -> torch.elu(x, new Scalar(0.5), new Scalar(1), new Scalar(1))),
				of("PRelu", 0, 0.3, (x) -> torch.prelu(x, Tensor.create(new float[] { 0.3f }))),
				of("power of 2", 0, 0, (x) -> torch.pow(x, new Scalar(2.0))),
				of("power of 1", 0, 1, (x) -> torch.pow(x, new Scalar(1.0))),
				of("power of 0", 0, 0, (x) -> torch.pow(x, new Scalar(0.0))),
				of("exponent of 0", 2, 0, (x) -> torch.pow(new Scalar(0.0), x)),
				of("Clip", 0, 1,
						(x) -> torch.clamp(x, new ScalarOptional(new Scalar(0.0)),
								new ScalarOptional(new Scalar(1.0)))),
				of("Max", 0, 0.5, (x) -> torch.maximum(x, Tensor.create(new float[] { 0 }))),
				of("Min", 0, 0.5, (x) -> torch.minimum(x, Tensor.create(new float[] { 0 }))),
				of("ReduceL2", 0, 0, (x) -> torch.norm(x, new Scalar(2.0))),
				of("Sqrt, where ours is 0", 0, Double.POSITIVE_INFINITY, torch::sqrt));
	}

	@ParameterizedTest
	@MethodSource("functions")
	void theSubgradientIsPyTorchs(String what, float x, double expected, UnaryOperator<Tensor> function) {
		try (PointerScope _ = new PointerScope()) {
			Tensor point = Tensor.create(new float[] { x }).requires_grad_(true);
			double slope = torch
				.grad(new TensorVector(function.apply(point).sum()), new TensorVector(point), new TensorVector(),
						new BoolOptional(false), false, false)
				.get(0)
				.item_float();
			if (Double.isInfinite(expected)) {
				assertThat(slope).as(what).isEqualTo(expected);
			}
			else {
				assertThat(slope).as(what).isCloseTo(expected, within(1e-6));
			}
		}
	}

	private static Arguments of(String what, float x, double expected, UnaryOperator<Tensor> function) {
		return arguments(what, x, expected, function);
	}

}
