package io.eidolon.training.loop;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

import io.eidolon.training.WithTensors;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.Batch;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.NonSaturating;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rotations and the joint encoder. */
@WithTensors
class AddedLossesTests {

	private static final int BATCH = 16;

	private static final int SIDE = 28;

	@ParameterizedTest
	@EnumSource
	void theDiscriminatorLearnsHowPicturesWereRotated(ComputeType type) {
		Settings settings = settings(type, 1, false);
		Networks networks = Networks.create(settings);
		double before = rotationLoss(settings, networks);
		TinySteps.take(settings, networks, 30, AddedLossesTests::brightAbove);
		assertThat(before).isGreaterThan(1);
		assertThat(rotationLoss(settings, networks)).isLessThan(0.5);
	}

	private static double rotationLoss(Settings settings, Networks networks) {
		try (NoGradGuard _ = new NoGradGuard()) {
			Tensor real = NewTensor.of(brightAbove(-1).images(), BATCH, 1, SIDE, SIDE);
			return new RotationStep(settings, networks, Objects.requireNonNull(networks.rotation())).loss(real)
				.item_float();
		}
	}

	@Test
	void rotationsLeaveTheGeneratorAsItIs() {
		Settings with = settings(ComputeType.FLOAT32, 1, false);
		Settings without = settings(ComputeType.FLOAT32, 0, false);
		Networks rotated = Networks.create(with);
		Networks plain = Networks.create(without);
		assertThat(first(rotated.generator().weights())).isEqualTo(first(plain.generator().weights()));
		assertThat(first(rotated.discriminator().weights())).isEqualTo(first(plain.discriminator().weights()));
		TinySteps.take(with, rotated, 1, AddedLossesTests::brightAbove);
		TinySteps.take(without, plain, 1, AddedLossesTests::brightAbove);
		assertThat(first(rotated.discriminator().weights())).isNotEqualTo(first(plain.discriminator().weights()));
	}

	@ParameterizedTest
	@EnumSource
	void encoderGeneratorAndTheDiscriminatorOfPairsLearnInTheirSteps(ComputeType type) {
		Settings settings = settings(type, 0, true);
		Networks networks = Networks.create(settings);
		JointStep.Parts joint = Objects.requireNonNull(networks.joint());
		float[] encoder = first(joint.encoder().weights());
		float[] pairs = first(joint.discriminator().weights());
		Settings plain = settings(type, 0, false);
		Networks without = Networks.create(plain);
		assertThat(TinySteps.take(settings, networks, 2, AddedLossesTests::brightAbove).finite()).isTrue();
		TinySteps.take(plain, without, 2, AddedLossesTests::brightAbove);
		assertThat(first(joint.encoder().weights())).isNotEqualTo(encoder);
		assertThat(first(joint.discriminator().weights())).isNotEqualTo(pairs);
		assertThat(first(networks.generator().weights())).isNotEqualTo(first(without.generator().weights()));
	}

	@Test
	void theDiscriminatorOfPairsLearnsToTellThemAndTheEncoderToDeceiveIt() {
		Settings settings = settings(ComputeType.FLOAT32, 0, true);
		Networks networks = Networks.create(settings);
		JointStep step = new JointStep(settings, networks, Objects.requireNonNull(networks.joint()));
		Tensor real = NewTensor.of(brightAbove(-1).images(), BATCH, 1, SIDE, SIDE);
		Tensor fake = torch.randn(BATCH, 1, SIDE, SIDE);
		Tensor z = torch.randn(BATCH, settings.architecture().latentDimension());
		Supplier<Tensor> loss = () -> step.discriminatorLoss(networks.discriminator().features(real),
				networks.discriminator().features(fake), step.latents(real, z));

		double first = loss.get().item_float();
		for (int i = 0; i < 10; i++) {
			learn(loss.get(), networks.discriminatorOptimiser());
		}
		double told = loss.get().item_float();
		assertThat(told).isLessThan(first);
		for (int i = 0; i < 10; i++) {
			learn(step.generatorLoss(real, networks.discriminator().features(fake), step.latents(real, z)),
					networks.generatorOptimiser());
		}
		assertThat(loss.get().item_float()).isGreaterThan((float) told);
	}

	private static void learn(Tensor loss, Adam optimiser) {
		optimiser.zero_grad();
		loss.backward();
		optimiser.step();
	}

	private static float[] first(Weights weights) {
		return Weights.values(weights.parameters().get(0));
	}

	/** Noise with a bright half, so that it can be seen what is above. */
	private static Batch brightAbove(long seed) {
		Random random = new Random(seed);
		float[] images = new float[BATCH * SIDE * SIDE];
		for (int i = 0; i < images.length; i++) {
			images[i] = (float) (0.2 * random.nextGaussian() + ((i / SIDE % SIDE < SIDE / 2) ? 0.5 : -0.5));
		}
		return new Batch(images, new long[BATCH]);
	}

	private static Settings settings(ComputeType type, double rotation, boolean joint) {
		return new Settings(new Architecture(SIDE, 1, 8, 4, 0), type, new NonSaturating(), Penalties.NONE, null, 0, 1,
				BATCH, 1e-3, 1e-3, 0.5, 0.99, 0, new Augmentations(List.of()), 0, null, null, 0.99,
				new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1), 1, 100L, null, true, 2, 4,
				Duration.ofHours(1), new StepOptions(false, false, 0, 0, false, 1, 0, 0, rotation, joint, 0, 0, 1),
				ComputeDevice.CPU);
	}

}
