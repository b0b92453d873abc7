package io.eidolon.training.network;

import java.util.Arrays;

import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 9)
class DiscriminatorTraitsTests {

	@Test
	void aNormalisedWeightHasNormOne() {
		// The singular values of a diagonal matrix are its entries
		Tensor diagonal = torch.diag(Tensor.create(new float[] { 3, 0.5f, 7, 2 }));
		LayerWeight weight = new LayerWeight(new Weights(), "layer", diagonal, true);
		Tensor value = weight.value();
		for (int use = 0; use < 30; use++) {
			value = weight.value();
		}
		float[] entries = Weights.values(torch.diag(value));
		assertThat(entries[2]).isCloseTo(1, within(1e-5f));
		assertThat(entries[0]).isCloseTo(3 / 7f, within(1e-5f));
	}

	@Test
	void theGradientKnowsThatTheWeightIsNormalised() {
		// A value that the length of W has no part in has no slope along W
		Tensor initial = torch.randn(4, 6);
		LayerWeight weight = new LayerWeight(new Weights(), "layer", initial, true);
		for (int use = 0; use < 200; use++) {
			weight.value();
		}
		weight.value().mul(torch.randn(4, 6)).sum().backward();
		assertThat(initial.grad().mul(initial.detach()).sum().item_float()).isCloseTo(0, within(1e-4f));
		assertThat(initial.grad().abs().sum().item_float()).isGreaterThan(0.1f);
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void underSpectralNormalisationTheScaleOfWeightsDoesNotMatter(NetworkKind kind) {
		DiscriminatorNetwork discriminator = discriminator(kind, new DiscriminatorTraits(false, true, false));
		Tensor x = torch.randn(4, 1, 28, 28);
		for (int use = 0; use < 50; use++) {
			discriminator.forward(x, ConditionTensors.NONE);
		}
		float[] before = Weights.values(discriminator.forward(x, ConditionTensors.NONE));
		for (Tensor weight : discriminator.weights().parameters().get()) {
			weight.detach().mul_(new Scalar(10.0));
		}
		float[] after = Weights.values(discriminator.forward(x, ConditionTensors.NONE));
		for (int i = 0; i < before.length; i++) {
			assertThat(after[i]).isCloseTo(before[i], within(0.05f * Math.abs(before[i]) + 1e-3f));
		}
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void theMinibatchDeviationTellsABatchOfCopiesFromOneThatDiffers(NetworkKind kind) {
		DiscriminatorNetwork discriminator = discriminator(kind, new DiscriminatorTraits(false, false, true));
		Tensor x = torch.randn(4, 1, 28, 28);
		Tensor copies = x.narrow(0, 0, 1).repeat(4, 1, 1, 1);
		float beside = Weights.values(discriminator.forward(x, ConditionTensors.NONE))[0];
		float besideCopies = Weights.values(discriminator.forward(copies, ConditionTensors.NONE))[0];
		assertThat(besideCopies).isNotCloseTo(beside, within(1e-7f));
	}

	@Test
	void theMinibatchDeviationIsTheMeanOfTheFeaturesDeviations() {
		// Groups are every other picture: {0, 2, 4, 6} and {1, 3, 5, 7}
		float[] values = { 0, 5, 2, 5, 0, 5, 2, 5 };
		float[] appended = Weights
			.values(new MinibatchDeviation().append(Tensor.create(values, 8, 1, 1, 1), Mode.TRAINING));
		for (int picture = 0; picture < 8; picture++) {
			assertThat(appended[2 * picture]).isEqualTo(values[picture]);
			assertThat(appended[2 * picture + 1]).isCloseTo((picture % 2 == 0) ? 1 : 0, within(1e-3f));
		}
	}

	@Test
	void aBatchThatIsNotMadeOfFoursIsOneGroup() {
		float[] values = { 0, 1, 2 };
		float[] appended = Weights
			.values(new MinibatchDeviation().append(Tensor.create(values, 3, 1, 1, 1), Mode.TRAINING));
		assertThat(appended[1]).isCloseTo((float) Math.sqrt(2 / 3.0), within(1e-3f));
	}

	@Test
	void withoutBatchNormalisationALogitDoesNotDependOnTheBatch() {
		DiscriminatorNetwork discriminator = discriminator(NetworkKind.DCGAN,
				new DiscriminatorTraits(false, false, false));
		Tensor x = torch.randn(4, 1, 28, 28);
		float[] together = Weights.values(discriminator.forward(x, ConditionTensors.NONE));
		float[] alone = Weights.values(discriminator.forward(x.narrow(0, 2, 1), ConditionTensors.NONE));
		assertThat(Arrays.copyOfRange(together, 2, 3)).containsExactly(alone, within(1e-6f));
	}

	private static DiscriminatorNetwork discriminator(NetworkKind kind, DiscriminatorTraits traits) {
		return new Architecture(kind, 28, 1, 20, 4, 0, traits).discriminator();
	}

}
