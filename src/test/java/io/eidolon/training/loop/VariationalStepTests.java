package io.eidolon.training.loop;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.eidolon.training.WithTensors;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.Batch;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.VariationalEncoder;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Pictures have a red that their caption says, and a blue that nothing says but
 * themselves.
 */
@WithTensors
class VariationalStepTests {

	private static final int BATCH = 16;

	private static final int SIDE = 32;

	private static final int LATENT = 8;

	private static final int LENGTH = Captions.LENGTH;

	@Test
	void aDifferenceOfColourCountsAtEverySize() {
		Tensor a = torch.zeros(2, 3, SIDE, SIDE);
		assertThat((double) VariationalStep.difference(a, a.add(new Scalar(0.5))).item_float()).isCloseTo(0.5,
				within(1e-6));
	}

	@Test
	void aDifferenceOfEdgesCountsAtTheFinestSizeAlone() {
		float[] board = new float[SIDE * SIDE];
		for (int i = 0; i < board.length; i++) {
			board[i] = ((i / SIDE + i % SIDE) % 2 == 0) ? 1 : -1;
		}
		Tensor a = NewTensor.of(board, 1, 1, SIDE, SIDE);
		assertThat((double) VariationalStep.difference(a, torch.zeros_like(a)).item_float()).isCloseTo(0.25,
				within(1e-6));
	}

	@Test
	void theDivergenceIsThatOfNormalDistributions() {
		Tensor zero = torch.zeros(2, 3);
		assertThat((double) VariationalStep.divergence(zero, zero).item_float()).isZero();
		assertThat((double) VariationalStep.divergence(zero.add(new Scalar(2)), zero).item_float())
			.isCloseTo(3 * 4 / 2.0, within(1e-5));
		assertThat((double) VariationalStep.divergence(zero, zero.add(new Scalar(Math.log(4)))).item_float())
			.isCloseTo(3 * (4 - Math.log(4) - 1) / 2, within(1e-5));
	}

	@Test
	void theGeneratorFollowsCaptionsAndLatentsTellTheRest() {
		Settings settings = settings(ComputeType.FLOAT32, 10);
		Networks networks = Networks.create(settings);
		VariationalEncoder encoder = Objects.requireNonNull(networks.variational());
		VariationalStep step = new VariationalStep(settings, networks, encoder);
		for (int i = 0; i < 60; i++) {
			learn(step, networks, batch(i));
		}
		try (NoGradGuard _ = new NoGradGuard()) {
			assertThat(red(networks, 1) - red(networks, 0)).isGreaterThan(0.5);
			ConditionTensors condition = TinySteps.captions(networks, 0, BATCH);
			Tensor z = encoder.forward(pictures(-0.5, -0.5, 0.5), condition, Mode.TRAINING).mean();
			Tensor blue = networks.generator().forward(z, condition, Mode.EVALUATION).narrow(1, 2, 1);
			double dark = blue.narrow(0, 0, BATCH / 2).mean().item_float();
			double bright = blue.narrow(0, BATCH / 2, BATCH / 2).mean().item_float();
			assertThat(bright - dark).isGreaterThan(0.5);
		}
	}

	private static void learn(VariationalStep step, Networks networks, Batch batch) {
		try (PointerScope _ = new PointerScope()) {
			Tensor real = NewTensor.of(batch.images(), BATCH, 3, SIDE, SIDE);
			Tensor sentences = NewTensor.of(Objects.requireNonNull(batch.sentences()), BATCH, LENGTH);
			ConditionTensors condition = ConditionTensors.NONE
				.withSentence(networks.discriminator().along(sentences).detach(), torch.ones(BATCH, 1));
			networks.generatorOptimiser().zero_grad();
			step.loss(real, condition).backward();
			networks.generatorOptimiser().step();
		}
	}

	@ParameterizedTest
	@EnumSource
	void generatorAndEncoderLearnInTheirStep(ComputeType type) {
		Settings settings = settings(type, 10);
		Networks networks = Networks.create(settings);
		Weights encoder = Objects.requireNonNull(networks.variational()).weights();
		float[] before = first(encoder);
		assertThat(TinySteps.take(settings, networks, 2, VariationalStepTests::batch).finite()).isTrue();
		assertThat(first(encoder)).isNotEqualTo(before);
		Settings plain = settings(type, 0);
		Networks without = Networks.create(plain);
		TinySteps.take(plain, without, 2, VariationalStepTests::batch);
		assertThat(last(networks.generator().weights())).isNotEqualTo(last(without.generator().weights()));
	}

	private static float[] last(Weights weights) {
		return Weights.values(weights.parameters().get(weights.parameters().size() - 1));
	}

	private static float[] first(Weights weights) {
		return Weights.values(weights.parameters().get(0));
	}

	@Test
	void theLossGrowsWithTheWeightOfTheDivergence() {
		Tensor real = pictures(0.5, 0.5, 0.5);
		double once = loss(1, real);
		double twice = loss(2, real);
		double thrice = loss(3, real);
		assertThat(twice - once).isPositive().isCloseTo(thrice - twice, within(1e-5));
	}

	/** The loss with networks and latents that are the same each time. */
	private static double loss(double divergence, Tensor real) {
		Settings settings = settings(ComputeType.FLOAT32, 10, divergence);
		Networks networks = Networks.create(settings);
		torch.manual_seed(2);
		return new VariationalStep(settings, networks, Objects.requireNonNull(networks.variational()))
			.loss(real, TinySteps.captions(networks, 0, BATCH))
			.item_float();
	}

	@Test
	void withoutTheWeightThereIsNoEncoder() {
		Settings settings = settings(ComputeType.FLOAT32, 0);
		Networks networks = Networks.create(settings);
		assertThat(networks.variational()).isNull();
		assertThat(networks.added()).isEmpty();
		TinySteps.take(settings, networks, 1, VariationalStepTests::batch);
	}

	@Test
	void theDiscriminatorLearnsNothingFromIt() {
		float[] with = discriminatorAfterOneStep(10);
		assertThat(with).isEqualTo(discriminatorAfterOneStep(0));
	}

	private static float[] discriminatorAfterOneStep(double weight) {
		Settings settings = settings(ComputeType.FLOAT32, weight);
		Networks networks = Networks.create(settings);
		TinySteps.take(settings, networks, 1, VariationalStepTests::batch);
		return first(networks.discriminator().weights());
	}

	/** The mean red of what the generator makes of a caption, whatever the latent. */
	private static double red(Networks networks, int value) {
		return networks.generator()
			.forward(torch.randn(BATCH, LATENT), TinySteps.captions(networks, value, BATCH), Mode.EVALUATION)
			.narrow(1, 0, 1)
			.mean()
			.item_float();
	}

	/** A batch, its first half of a red, its second half of another blue. */
	private static Tensor pictures(double red, double firstBlue, double secondBlue) {
		float[] images = new float[BATCH * 3 * SIDE * SIDE];
		for (int i = 0; i < BATCH; i++) {
			fill(images, i, red, (i < BATCH / 2) ? firstBlue : secondBlue);
		}
		return NewTensor.of(images, BATCH, 3, SIDE, SIDE);
	}

	private static void fill(float[] images, int picture, double red, double blue) {
		int plane = SIDE * SIDE;
		for (int j = 0; j < plane; j++) {
			images[picture * 3 * plane + j] = (float) red;
			images[(picture * 3 + 2) * plane + j] = (float) blue;
		}
	}

	private static Batch batch(long seed) {
		Random random = new Random(seed);
		float[] images = new float[BATCH * 3 * SIDE * SIDE];
		float[] sentences = new float[BATCH * LENGTH];
		for (int i = 0; i < BATCH; i++) {
			System.arraycopy(TinySteps.embedding(i % 2), 0, sentences, i * LENGTH, LENGTH);
			fill(images, i, i % 2 - 0.5, random.nextBoolean() ? 0.5 : -0.5);
		}
		return new Batch(images, new long[BATCH], sentences, sentences.clone(), null);
	}

	private static Settings settings(ComputeType type, double weight) {
		return settings(type, weight, 1);
	}

	private static Settings settings(ComputeType type, double weight, double divergence) {
		Architecture architecture = new Architecture(NetworkKind.TEXT, SIDE, 3, LATENT, 4, 0,
				new DiscriminatorTraits(false, false, false));
		return new Settings(architecture, type, new Hinge(), Penalties.NONE, null, 0, 1, BATCH, 2e-3, 2e-3, 0, 0.99, 0,
				new Augmentations(List.of()), 0.1, null, null, 0.99,
				new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1), 1, 100L, null, true, 2, 4,
				Duration.ofHours(1),
				new StepOptions(false, false, 0, 0, false, 1, 0, 0, 0, false, 0, weight, divergence),
				ComputeDevice.CPU);
	}

}
