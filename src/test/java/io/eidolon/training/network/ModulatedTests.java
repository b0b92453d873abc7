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
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 3)
class ModulatedTests {

	private static final float ROUNDING = 1e-5f;

	@ParameterizedTest
	@CsvSource({ "MODULATED,28,1,0,4", "MODULATED,28,1,10,5", "MODULATED,64,3,0,8", "TEXT,32,3,0,16", "TEXT,28,1,10,4",
			"TEXT,128,3,0,4", "DCGAN_TEXT,32,3,0,16", "DCGAN_TEXT,28,1,10,4" })
	void latentsBecomePicturesAndPicturesBecomeLogits(NetworkKind kind, int size, int channels, int classes, int nf) {
		Architecture architecture = architecture(kind, size, channels, nf, classes);
		ConditionTensors condition = ConditionTensors
			.ofLabel((classes > 0) ? Tensor.create(new long[] { 0, classes - 1, 1 }) : null)
			.withSentence(sentences(3), torch.ones(3, 1));
		Tensor generated = architecture.generator().forward(torch.randn(3, 20), condition, Mode.TRAINING);
		assertThat(generated.shape()).containsExactly(3, channels, size, size);
		for (float value : Weights.values(generated)) {
			assertThat(value).isBetween(-1f, 1f);
		}
		assertThat(architecture.discriminator().forward(generated, condition).shape()).containsExactly(3);
	}

	@Test
	void aPictureDoesNotDependOnItsBatch() {
		GeneratorNetwork generator = disturbed(architecture(NetworkKind.TEXT, 32, 3, 8, 0).generator());
		Tensor z = torch.randn(8, 20);
		Tensor sentence = sentences(8);
		float[] together = Weights.values(generator.forward(z, words(sentence, torch.ones(8, 1)), Mode.TRAINING));
		float[] alone = Weights.values(generator.forward(z.narrow(0, 5, 1),
				words(sentence.narrow(0, 5, 1), torch.ones(1, 1)), Mode.EVALUATION));
		assertClose(alone, Arrays.copyOfRange(together, 5 * alone.length, 6 * alone.length));
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_ANY)
	void withoutStrengthTheSentenceIsNotHeard(NetworkKind kind) {
		GeneratorNetwork generator = disturbed(architecture(kind, 32, 3, 4, 0).generator());
		Tensor z = torch.randn(2, 20);
		float[] one = generated(generator, z, sentences(2), torch.zeros(2, 1));
		float[] other = generated(generator, z, sentences(2), torch.zeros(2, 1));
		assertThat(one).isEqualTo(other);
		assertThat(generated(generator, z, sentences(2), torch.ones(2, 1))).isNotEqualTo(one);
	}

	@Test
	void strengthLeadsFromNoCaptionThroughTheCaptionAndBeyond() {
		SentenceInput input = new SentenceInput(new Weights());
		Tensor sentence = sentences(1);
		Tensor none = input.forward(sentence, torch.zeros(1, 1));
		Tensor caption = input.forward(sentence, torch.ones(1, 1));
		Tensor beyond = input.forward(sentence, torch.ones(1, 1).mul(new Scalar(2)));
		assertClose(Weights.values(caption), Weights.values(input.along(sentence)));
		assertClose(Weights.values(caption), Weights.values(input.forward(input.along(sentence), torch.ones(1, 1))));
		assertClose(Weights.values(beyond.sub(caption)), Weights.values(caption.sub(none)));
	}

	@Test
	void aModulationScalesAndShiftsEachMap() {
		Weights weights = new Weights();
		Modulation modulation = new Modulation(weights, "modulation", 3, 2);
		Tensor x = torch.randn(2, 2, 4, 4);
		float[] start = Weights.values(modulation.forward(x, torch.randn(2, 3)));
		// Twice the LeakyReLU, whatever the style
		assertClose(start, Weights.values(torch.where(x.ge(new Scalar(0)), x, x.mul(new Scalar(0.04)))));
		Stream.of(weights.parameters().get())
			.forEach((weight) -> weight.detach().add_(torch.randn_like(weight).mul(new Scalar(0.5))));
		Tensor style = torch.randn(2, 3);
		Tensor[] w = weights.parameters().get();
		Tensor expected = x;
		for (int i = 0; i < 8; i += 4) {
			Tensor scale = style.matmul(w[i]).add(w[i + 1]).view(2, 2, 1, 1);
			Tensor shift = style.matmul(w[i + 2]).add(w[i + 3]).view(2, 2, 1, 1);
			expected = torch.leaky_relu(expected.mul(scale).add(shift), new Scalar(Modulation.SLOPE));
		}
		assertClose(Weights.values(modulation.forward(x, style).contiguous()), Weights.values(expected));
	}

	@Test
	void aHalvingBlockStartsAsTheMeanOfPixels() {
		Tensor x = torch.randn(2, 8, 8, 8);
		Tensor y = new HalvingBlock(new Weights(), "block", 8, 8, false).forward(x);
		assertClose(Weights.values(y), Weights.values(torch.avg_pool2d(x, 2, 2)));
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_ANY)
	void theDiscriminatorHearsTheSentence(NetworkKind kind) {
		DiscriminatorNetwork discriminator = architecture(kind, 32, 3, 4, 0).discriminator();
		Tensor features = discriminator.features(torch.randn(2, 3, 32, 32));
		assertThat(Weights.values(discriminator.logits(features, words(sentences(2), torch.ones(2, 1)))))
			.isNotEqualTo(Weights.values(discriminator.logits(features, words(sentences(2), torch.ones(2, 1)))));
	}

	@ParameterizedTest
	@CsvSource({ "MODULATED", "TEXT", "DCGAN_TEXT" })
	void whatIsLearnedReachesEveryWeight(NetworkKind kind) {
		Architecture architecture = architecture(kind, 28, 1, 4, 3);
		// What starts at zero passes no gradient to the layers before it
		GeneratorNetwork generator = disturbed(architecture.generator());
		DiscriminatorNetwork discriminator = architecture.discriminator();
		disturb(discriminator.weights());
		ConditionTensors condition = ConditionTensors.ofLabel(Tensor.create(new long[] { 0, 1, 2, 0 }))
			.withSentence(sentences(4), torch.rand(4, 1));
		Tensor features = discriminator.features(generator.forward(torch.randn(4, 20), condition, Mode.TRAINING));
		Tensor read = kind.readsText() ? discriminator.read(features).sum() : torch.zeros(1);
		discriminator.logits(features, condition).sum().add(read).backward();
		assertThat(generator.weights().parameters().get())
			.allMatch((weight) -> weight.grad().abs().sum().item_float() > 0);
		assertThat(discriminator.weights().parameters().get())
			.allMatch((weight) -> weight.grad().abs().sum().item_float() > 0);
	}

	private static float[] generated(GeneratorNetwork generator, Tensor z, Tensor sentence, Tensor strength) {
		return Weights.values(generator.forward(z, words(sentence, strength), Mode.EVALUATION));
	}

	private static ConditionTensors words(Tensor sentence, Tensor strength) {
		return ConditionTensors.NONE.withSentence(sentence, strength);
	}

	private static Tensor sentences(int count) {
		Tensor vectors = torch.randn(count, SentenceInput.LENGTH);
		return vectors.div(vectors.square().sum(1).sqrt().unsqueeze(1));
	}

	private static GeneratorNetwork disturbed(GeneratorNetwork generator) {
		disturb(generator.weights());
		return generator;
	}

	private static void disturb(Weights weights) {
		Stream.of(weights.parameters().get())
			.forEach((weight) -> weight.detach().add_(torch.randn_like(weight).mul(new Scalar(0.05))));
	}

	private static void assertClose(float[] actual, float[] expected) {
		assertThat(actual).hasSameSizeAs(expected);
		for (int i = 0; i < actual.length; i++) {
			assertThat(actual[i]).isCloseTo(expected[i], within(ROUNDING));
		}
	}

	private static Architecture architecture(NetworkKind kind, int size, int channels, int nf, int classes) {
		return new Architecture(kind, size, channels, 20, nf, classes, DiscriminatorTraits.PLAIN);
	}

}
