package io.eidolon.training.network;

import java.util.Arrays;
import java.util.stream.Stream;

import io.eidolon.training.WithTensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 3)
class ResidualTests {

	@ParameterizedTest
	@CsvSource({ "28,1,0,4", "28,1,10,5", "32,3,0,16", "32,1,10,36", "64,3,7,8", "128,3,0,4" })
	void latentsBecomePicturesAndPicturesBecomeLogits(int size, int channels, int classes, int nf) {
		Architecture architecture = residual(size, channels, nf, classes);
		Tensor label = (classes > 0) ? Tensor.create(new long[] { 0, classes - 1, 1 }) : null;
		Tensor generated = architecture.generator()
			.forward(torch.randn(3, 20), ConditionTensors.ofLabel(label), Mode.TRAINING);
		assertThat(generated.shape()).containsExactly(3, channels, size, size);
		for (float value : Weights.values(generated)) {
			assertThat(value).isBetween(-1f, 1f);
		}
		assertThat(architecture.discriminator().forward(generated, ConditionTensors.ofLabel(label)).shape())
			.containsExactly(3);
	}

	@Test
	void aBlockStartsAsTheIdentity() {
		Tensor x = torch.randn(2, 32, 8, 8);
		Tensor y = new ResidualBlock(new Weights(), "block", 32, 5, false).forward(x);
		assertThat(Weights.values(y)).isEqualTo(Weights.values(x));
	}

	@Test
	void aBlockUnderSpectralNormalisationDoesNot() {
		Tensor x = torch.randn(2, 32, 8, 8);
		Tensor y = new ResidualBlock(new Weights(), "block", 32, 5, true).forward(x);
		assertThat(y.sub(x).abs().mean().item_float()).isGreaterThan(0.01f);
	}

	@Test
	void theGroupedConvolutionHasSixteenMapsToAGroup() {
		Weights weights = new Weights();
		new ResidualBlock(weights, "block", 64, 5, false);
		assertThat(shapes(weights)).anyMatch((shape) -> Arrays.equals(shape, new long[] { 128, 16, 3, 3 }));
	}

	@Test
	void bothNetworksHaveTheSameWidthsAtTheSameResolutions() {
		Architecture architecture = residual(64, 3, 32, 0);
		assertThat(shapes(architecture.generator().weights()))
			.anyMatch((shape) -> Arrays.equals(shape, new long[] { 256, 4, 4 }))
			.anyMatch((shape) -> Arrays.equals(shape, new long[] { 3, 16, 1, 1 }));
		assertThat(shapes(architecture.discriminator().weights()))
			.anyMatch((shape) -> Arrays.equals(shape, new long[] { 16, 3, 1, 1 }))
			.anyMatch((shape) -> Arrays.equals(shape, new long[] { 256, 1, 4, 4 }));
	}

	@Test
	void aPictureDoesNotDependOnItsBatch() {
		GeneratorNetwork generator = residual(32, 3, 8, 0).generator();
		Tensor z = torch.randn(8, 20);
		float[] together = Weights.values(generator.forward(z, ConditionTensors.NONE, Mode.TRAINING));
		float[] alone = Weights.values(generator.forward(z.narrow(0, 5, 1), ConditionTensors.NONE, Mode.EVALUATION));
		float[] cut = Arrays.copyOfRange(together, 5 * alone.length, 6 * alone.length);
		for (int i = 0; i < alone.length; i++) {
			assertThat(alone[i]).isCloseTo(cut[i], within(1e-5f));
		}
	}

	@Test
	void theLabelDecidesWhatBothNetworksSay() {
		Architecture architecture = residual(28, 1, 4, 10);
		Tensor z = torch.randn(1, 20);
		Tensor one = Tensor.create(new long[] { 1 });
		Tensor two = Tensor.create(new long[] { 2 });
		GeneratorNetwork generator = architecture.generator();
		Tensor generated = generator.forward(z, ConditionTensors.ofLabel(one), Mode.EVALUATION);
		assertThat(Weights.values(generated))
			.isNotEqualTo(Weights.values(generator.forward(z, ConditionTensors.ofLabel(two), Mode.EVALUATION)));
		DiscriminatorNetwork discriminator = architecture.discriminator();
		assertThat(Weights.values(discriminator.forward(generated, ConditionTensors.ofLabel(one))))
			.isNotEqualTo(Weights.values(discriminator.forward(generated, ConditionTensors.ofLabel(two))));
	}

	@Test
	void whatIsLearnedReachesEveryWeight() {
		Architecture architecture = residual(28, 1, 4, 3);
		GeneratorNetwork generator = architecture.generator();
		DiscriminatorNetwork discriminator = architecture.discriminator();
		// A block whose last layer is zero passes no gradient to the layers before it
		Stream.of(generator.weights(), discriminator.weights())
			.flatMap((weights) -> Stream.of(weights.parameters().get()))
			.forEach((weight) -> weight.detach().add_(torch.randn_like(weight).mul(new Scalar(0.05))));
		Tensor label = Tensor.create(new long[] { 0, 1, 2, 0 });
		discriminator
			.forward(generator.forward(torch.randn(4, 20), ConditionTensors.ofLabel(label), Mode.TRAINING),
					ConditionTensors.ofLabel(label))
			.sum()
			.backward();
		assertThat(generator.weights().parameters().get())
			.allMatch((weight) -> weight.grad().abs().sum().item_float() > 0);
		assertThat(discriminator.weights().parameters().get())
			.allMatch((weight) -> weight.grad().abs().sum().item_float() > 0);
	}

	@Test
	void theArchitectureTellsWhatItIs() {
		assertThat(residual(64, 3, 32, 7)).hasToString("residual, 64 px, channels 3, z 20, nf 32, classes 7");
		assertThat(new Architecture(64, 3, 100, 32, 0)).hasToString("DCGAN, 64 px, channels 3, z 100, nf 32");
		assertThat(new Architecture(NetworkKind.DCGAN, 64, 3, 100, 32, 0, new DiscriminatorTraits(false, true, true)))
			.hasToString("DCGAN, 64 px, channels 3, z 100, nf 32, D with spectral norm, D with minibatch stddev");
		assertThat(new Architecture(NetworkKind.DCGAN, 64, 3, 100, 32, 0, new DiscriminatorTraits(false, false, false)))
			.hasToString("DCGAN, 64 px, channels 3, z 100, nf 32, D without batch norm");
	}

	private static Stream<long[]> shapes(Weights weights) {
		return Stream.of(weights.parameters().get()).map(Tensor::shape);
	}

	private static Architecture residual(int size, int channels, int nf, int classes) {
		return new Architecture(NetworkKind.RESIDUAL, size, channels, 20, nf, classes, DiscriminatorTraits.PLAIN);
	}

}
