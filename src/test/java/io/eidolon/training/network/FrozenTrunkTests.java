package io.eidolon.training.network;

import java.util.List;
import java.util.Map;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.inference.onnx.TensorSession;
import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 6)
class FrozenTrunkTests {

	private static final OnnxGraph GRAPH = PretrainedTrunk.MOBILENET_V2.graph();

	/** An odd side needs other zeros at the edges than an even one. */
	@ParameterizedTest
	@ValueSource(ints = { 32, 48, 64 })
	void libtorchSeesWhatOnnxRuntimeSees(int side) {
		Tensor x = pictures(side);
		List<Tensor> features = new FrozenTrunk(GRAPH, ComputeType.FLOAT32).forward(x);
		try (TensorSession session = TensorSession.open("The trunk", GRAPH.bytes())) {
			Map<String, io.eidolon.inference.onnx.Tensor> inputs = Map.of("image",
					new io.eidolon.inference.onnx.Tensor.Floats(Weights.values(x), 2, 3, side, side));
			List<String> outputs = List.of("stride4", "stride8", "stride16");
			for (int i = 0; i < outputs.size(); i++) {
				float[] expected = session.run(inputs, outputs.get(i)).values();
				float[] actual = Weights.values(features.get(i));
				assertThat(actual).hasSameSizeAs(expected);
				for (int k = 0; k < actual.length; k++) {
					assertThat(actual[k]).isCloseTo(expected[k], within(2e-3f));
				}
			}
		}
	}

	@Test
	void theGradientInThePictureIsThatOfTheValues() {
		FrozenTrunk trunk = new FrozenTrunk(GRAPH, ComputeType.FLOAT32);
		Tensor x = pictures(64).requires_grad_(true);
		objective(trunk, x).backward();
		Tensor direction = torch.randn_like(x);
		double slope = x.grad().mul(direction).sum().item_double();
		// Rounding to single precision needs a step that is not too small
		double step = 1e-4;
		double above;
		double below;
		try (NoGradGuard _ = new NoGradGuard()) {
			above = objective(trunk, x.add(direction, new Scalar(step))).item_double();
			below = objective(trunk, x.sub(direction, new Scalar(step))).item_double();
		}
		assertThat(Math.abs(slope)).isGreaterThan(1);
		assertThat((above - below) / (2 * step)).isCloseTo(slope, within(0.03 * Math.abs(slope)));
	}

	@Test
	void theTrunkDoesNotLearn() {
		AidedDiscriminator discriminator = new AidedDiscriminator(PretrainedTrunk.MOBILENET_V2, 64,
				ComputeType.FLOAT32);
		Tensor x = torch.rand(2, 3, 32, 32).requires_grad_(true);
		discriminator.logits(discriminator.features(x)).sum().backward();
		assertThat(x.grad().abs().sum().item_float()).isGreaterThan(0);
		assertThat(discriminator.weights().parameters().get())
			.allMatch((weight) -> weight.numel() < 100_000 && weight.grad().abs().sum().item_float() > 0);
	}

	@Test
	void greyPicturesAreSeenAsWell() {
		AidedDiscriminator discriminator = new AidedDiscriminator(PretrainedTrunk.MOBILENET_V2, 64,
				ComputeType.FLOAT32);
		Tensor grey = torch.rand(2, 1, 28, 28);
		assertThat(Weights.values(discriminator.features(grey).getLast()))
			.isEqualTo(Weights.values(discriminator.features(grey.expand(-1, 3, -1, -1)).getLast()));
	}

	/**
	 * The mean over each output's maps of their squares, which differs from map to map.
	 */
	private static Tensor objective(FrozenTrunk trunk, Tensor x) {
		Tensor sum = torch.zeros(1);
		for (Tensor features : trunk.forward(x)) {
			sum = sum.add(features.square().mean());
		}
		return sum;
	}

	private static Tensor pictures(int side) {
		return torch.rand(2, 3, side, side).mul(new Scalar(2)).sub(new Scalar(1));
	}

}
