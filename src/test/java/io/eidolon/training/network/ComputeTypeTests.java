package io.eidolon.training.network;

import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 4)
class ComputeTypeTests {

	private static final long[] LABELS = { 0, 1, 2, 0, 1, 2, 0, 1 };

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void aGeneratorComputesInTheTypeOfItsLatents(NetworkKind kind) {
		GeneratorNetwork generator = architecture(kind).generator();
		Tensor z = torch.randn(LABELS.length, 12);
		Tensor exact = generator.forward(z, ConditionTensors.ofLabel(Tensor.create(LABELS)), Mode.TRAINING);
		Tensor rough = generator.forward(ComputeType.BFLOAT16.enter(z), ConditionTensors.ofLabel(Tensor.create(LABELS)),
				Mode.TRAINING);
		assertThat(rough.scalar_type().intern()).isEqualTo(torch.ScalarType.BFloat16);
		assertRoughly(exact, rough);
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void aDiscriminatorComputesInTheTypeOfItsPicturesUpToItsLogits(NetworkKind kind) {
		DiscriminatorNetwork discriminator = architecture(kind).discriminator();
		Tensor x = torch.randn(LABELS.length, 3, 32, 32).tanh();
		for (int use = 0; use < 100; use++) {
			discriminator.forward(x, ConditionTensors.ofLabel(Tensor.create(LABELS))); // until
			// the
			// spectral
			// norms
			// stand
		}
		assertRoughly(discriminator.forward(x, ConditionTensors.ofLabel(Tensor.create(LABELS))),
				discriminator.forward(ComputeType.BFLOAT16.enter(x), ConditionTensors.ofLabel(Tensor.create(LABELS))));
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void gradientsComeBackInSinglePrecision(NetworkKind kind) {
		GeneratorNetwork generator = architecture(kind).generator();
		Tensor z = ComputeType.BFLOAT16.enter(torch.randn(LABELS.length, 12));
		ComputeType.BFLOAT16.leave(generator.forward(z, ConditionTensors.ofLabel(Tensor.create(LABELS)), Mode.TRAINING))
			.square()
			.sum()
			.backward();
		for (Tensor parameter : generator.weights().parameters().get()) {
			assertThat(parameter.grad().scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
			assertThat(parameter.grad().isfinite().all().item_bool()).isTrue();
		}
	}

	/** Within what 8 bits of significand leave after a few layers, and not the same. */
	private static void assertRoughly(Tensor exact, Tensor rough) {
		float size = exact.abs().max().item_float();
		float difference = ComputeType.BFLOAT16.leave(rough).sub(exact).abs().max().item_float();
		assertThat(difference / size).isPositive().isCloseTo(0, within(0.1f));
	}

	private static Architecture architecture(NetworkKind kind) {
		return new Architecture(kind, 32, 3, 12, 8, 3, new DiscriminatorTraits(false, true, true));
	}

}
