package io.eidolon.training.network;

import java.util.Arrays;

import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 3)
class DcganTests {

	@ParameterizedTest
	@CsvSource({ "28,1,0", "28,1,10", "32,3,0", "32,1,10", "64,3,7", "128,3,0" })
	void latentsBecomePicturesAndPicturesBecomeLogits(int size, int channels, int classes) {
		Architecture architecture = new Architecture(size, channels, 20, 4, classes);
		Tensor label = (classes > 0) ? Tensor.create(new long[] { 0, classes - 1, 1 }) : null;
		Tensor generated = new DcganGenerator(architecture).forward(torch.randn(3, 20), ConditionTensors.ofLabel(label),
				Mode.TRAINING);
		assertThat(generated.shape()).containsExactly(3, channels, size, size);
		for (float value : Weights.values(generated)) {
			assertThat(value).isBetween(-1f, 1f);
		}
		assertThat(new DcganDiscriminator(architecture).forward(generated, ConditionTensors.ofLabel(label)).shape())
			.containsExactly(3);
	}

	@Test
	void theGeneratorHasTheWidthsOfThePaper() {
		Weights weights = new DcganGenerator(new Architecture(64, 3, 100, 128, 0)).weights();
		assertThat(weights.parameters().get(0).shape()).containsExactly(100, 1024, 4, 4);
		// project, then four doublings with a scale and a shift each
		assertThat(weights.parameters().size()).isEqualTo(13);
		assertThat(weights.parameters().get(12).shape()).containsExactly(128, 3, 4, 4);
	}

	@Test
	void theLabelDecidesWhatBothNetworksSay() {
		Architecture architecture = new Architecture(28, 1, 20, 4, 10);
		Tensor z = torch.randn(1, 20);
		Tensor one = Tensor.create(new long[] { 1 });
		Tensor two = Tensor.create(new long[] { 2 });
		DcganGenerator generator = new DcganGenerator(architecture);
		Tensor generated = generator.forward(z, ConditionTensors.ofLabel(one), Mode.EVALUATION);
		assertThat(Weights.values(generated))
			.isNotEqualTo(Weights.values(generator.forward(z, ConditionTensors.ofLabel(two), Mode.EVALUATION)));
		DcganDiscriminator discriminator = new DcganDiscriminator(architecture);
		assertThat(Weights.values(discriminator.forward(generated, ConditionTensors.ofLabel(one))))
			.isNotEqualTo(Weights.values(discriminator.forward(generated, ConditionTensors.ofLabel(two))));
	}

	@Test
	void inEvaluationAPictureDoesNotDependOnItsBatch() {
		DcganGenerator generator = new DcganGenerator(new Architecture(32, 3, 20, 4, 0));
		Tensor z = torch.randn(8, 20);
		float[] together = Weights.values(generator.forward(z, ConditionTensors.NONE, Mode.EVALUATION));
		float[] alone = Weights.values(generator.forward(z.narrow(0, 5, 1), ConditionTensors.NONE, Mode.EVALUATION));
		float[] cut = Arrays.copyOfRange(together, 5 * alone.length, 6 * alone.length);
		for (int i = 0; i < alone.length; i++) {
			assertThat(alone[i]).isCloseTo(cut[i], within(1e-6f));
		}
	}

	@Test
	void calibrationMakesEvaluationNormaliseAsTheBatchesDid() {
		DcganGenerator generator = new DcganGenerator(new Architecture(32, 3, 20, 4, 0));
		Tensor z = torch.randn(64, 20);
		Tensor trained = generator.forward(z, ConditionTensors.NONE, Mode.calibration(0));
		Tensor evaluated = generator.forward(z, ConditionTensors.NONE, Mode.EVALUATION);
		// The running variance is the unbiased one, hence the small difference.
		assertThat(trained.sub(evaluated).abs().max().item_float()).isLessThan(0.01f);
	}

	@Test
	void averagesMoveByTheirShare() {
		Architecture architecture = new Architecture(28, 1, 20, 4, 0);
		Weights average = new DcganGenerator(architecture).weights();
		Weights live = new DcganGenerator(architecture).weights();
		float before = Weights.values(average.parameters().get(0))[0];
		float target = Weights.values(live.parameters().get(0))[0];
		average.moveTowards(live, 0.25);
		assertThat(Weights.values(average.parameters().get(0))[0]).isCloseTo(before + 0.25f * (target - before),
				within(1e-7f));
	}

}
