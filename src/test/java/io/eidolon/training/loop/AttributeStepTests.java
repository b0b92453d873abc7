package io.eidolon.training.loop;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.eidolon.training.WithTensors;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.Batch;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.AttributeReading;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Pictures are bright or dark, and captions say which. */
@WithTensors
class AttributeStepTests {

	private static final int BATCH = 16;

	private static final int SIDE = 32;

	private static final int LENGTH = Captions.LENGTH;

	@ParameterizedTest
	@EnumSource
	void theGeneratorLearnsWhatCaptionsSay(ComputeType type) {
		Settings with = settings(type, 5);
		Networks networks = Networks.create(with);
		assertThat(TinySteps.take(with, networks, 60, AttributeStepTests::brightOrDark).finite()).isTrue();
		assertThat(brightness(networks, 1) - brightness(networks, 0)).isGreaterThan(0.3);
	}

	@Test
	void withoutTheWeightItLearnsNothingOfIt() {
		Settings without = settings(ComputeType.FLOAT32, 0);
		Networks networks = Networks.create(without);
		assertThat(networks.attributes()).isNull();
		TinySteps.take(without, networks, 1, AttributeStepTests::brightOrDark);
	}

	@Test
	void aPictureWhoseAttributesAreNotKnownCountsForNothing() {
		Settings settings = settings(ComputeType.FLOAT32, 1);
		Networks networks = Networks.create(settings);
		AttributeStep step = new AttributeStep(settings, Objects.requireNonNull(networks.attributes()));
		Tensor features = networks.discriminator().features(torch.randn(2, 3, SIDE, SIDE));
		AttributeStep.Targets unknown = new AttributeStep.Targets(NewTensor.of(new long[] { -1, -1 }).view(2, 1),
				torch.zeros(2, 1));
		assertThat(step.discriminatorLoss(features, unknown).item_float()).isZero();
		assertThat(step.generatorLoss(features, unknown).item_float()).isZero();
	}

	@Test
	void theLossOfAHeadThatKnowsNothingIsTheLogarithmOfTheValues() {
		Settings settings = settings(ComputeType.FLOAT32, 3);
		Networks networks = Networks.create(settings);
		AttributeStep step = new AttributeStep(settings, Objects.requireNonNull(networks.attributes()));
		Tensor features = torch.zeros_like(networks.discriminator().features(torch.randn(2, 3, SIDE, SIDE)));
		AttributeStep.Targets targets = new AttributeStep.Targets(NewTensor.of(new long[] { 0, 1 }).view(2, 1),
				NewTensor.of(new float[] { 1, 0.5f }, 2, 1));
		assertThat((double) step.discriminatorLoss(features, targets).item_float()).isCloseTo(3 * Math.log(2),
				within(1e-5));
		assertThat((double) step.generatorLoss(features, targets).item_float()).isCloseTo(3 * Math.log(2) * 0.75,
				within(1e-5));
	}

	/** The mean of what the generator makes of a caption. */
	private static double brightness(Networks networks, int value) {
		try (NoGradGuard _ = new NoGradGuard()) {
			ConditionTensors condition = TinySteps.captions(networks, value, BATCH);
			return networks.generator().forward(torch.randn(BATCH, 16), condition, Mode.EVALUATION).mean().item_float();
		}
	}

	private static Batch brightOrDark(long seed) {
		Random random = new Random(seed);
		int length = 3 * SIDE * SIDE;
		float[] images = new float[BATCH * length];
		float[] sentences = new float[BATCH * LENGTH];
		long[] attributes = new long[BATCH];
		for (int i = 0; i < BATCH; i++) {
			attributes[i] = i % 2;
			System.arraycopy(TinySteps.embedding(i % 2), 0, sentences, i * LENGTH, LENGTH);
			for (int j = 0; j < length; j++) {
				images[i * length + j] = (float) (((i % 2 == 1) ? 0.5 : -0.5) + 0.1 * random.nextGaussian());
			}
		}
		return new Batch(images, new long[BATCH], sentences, sentences.clone(), attributes);
	}

	private static Settings settings(ComputeType type, double weight) {
		float[][] captions = { TinySteps.embedding(0), TinySteps.embedding(1) };
		AttributeReading reading = (weight > 0)
				? AttributeReading.of(captions, new int[][] { { 0 }, { 1 } }, new int[] { 2 }) : null;
		Architecture architecture = new Architecture(NetworkKind.TEXT, SIDE, 3, 16, 4, 0,
				new DiscriminatorTraits(false, false, false));
		return new Settings(architecture, type, new Hinge(), Penalties.NONE, null, 0, 1, BATCH, 1e-3, 1e-3, 0, 0.99, 0,
				new Augmentations(List.of()), 0.1, null, reading, 0.99,
				new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1), 1, 100L, null, true, 2, 4,
				Duration.ofHours(1), new StepOptions(false, false, 0, 0, false, 1, 0, 0, 0, false, weight, 0, 1),
				ComputeDevice.CPU);
	}

}
