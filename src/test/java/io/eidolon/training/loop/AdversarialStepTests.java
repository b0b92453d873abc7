package io.eidolon.training.loop;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import io.eidolon.training.WithTensors;
import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.augment.Cutout;
import io.eidolon.training.data.Batch;
import io.eidolon.training.distributed.Alone;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.PretrainedTrunk;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.NonSaturating;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@WithTensors
class AdversarialStepTests {

	private static final int BATCH = 4;

	@ParameterizedTest
	@CsvSource({ "TEXT,FLOAT32", "TEXT,BFLOAT16", "DCGAN_TEXT,FLOAT32", "DCGAN_TEXT,BFLOAT16" })
	void captionsTeachBothNetworks(NetworkKind kind, ComputeType type) {
		Settings settings = settings(kind, type, null);
		Networks networks = Networks.create(settings);
		float[] noCaption = Weights.values(networks.generator().weights().parameters().get(0));
		StepMeans means = take(settings, networks, captioned(), 5);
		assertThat(means.finite()).isTrue();
		assertThat(Weights.values(networks.generator().weights().parameters().get(0))).isNotEqualTo(noCaption);
	}

	@ParameterizedTest
	@CsvSource({ "TEXT,FLOAT32", "TEXT,BFLOAT16", "DCGAN_TEXT,FLOAT32", "DCGAN_TEXT,BFLOAT16" })
	void bothNetworksLearnFromTheContrastOfCaptions(NetworkKind kind, ComputeType type) {
		float[][] without = afterThreeSteps(settings(kind, type, null, 0));
		float[][] with = afterThreeSteps(settings(kind, type, null, 1));
		assertThat(with[0]).isNotEqualTo(without[0]);
		assertThat(with[1]).isNotEqualTo(without[1]);
	}

	/** The first weights of G and of D. */
	private static float[][] afterThreeSteps(Settings settings) {
		Networks networks = Networks.create(settings);
		assertThat(take(settings, networks, captioned(), 3).finite()).isTrue();
		return new float[][] { Weights.values(networks.generator().weights().parameters().get(0)),
				Weights.values(networks.discriminator().weights().parameters().get(0)) };
	}

	@ParameterizedTest
	@EnumSource
	void everyKindOfNetworkLearnsWithAVisionAidedDiscriminator(NetworkKind kind) {
		VisionAid aid = new VisionAid(PretrainedTrunk.MOBILENET_V2, 0.5, 64, new Augmentations(Augmentation.ALL),
				ComputeType.FLOAT32);
		Settings settings = settings(kind, ComputeType.FLOAT32, aid);
		Networks networks = Networks.create(settings);
		Tensor head = Objects.requireNonNull(networks.aided()).weights().parameters().get(0);
		float[] before = Weights.values(head);
		assertThat(take(settings, networks, captioned(), 2).finite()).isTrue();
		assertThat(Weights.values(head)).isNotEqualTo(before);
	}

	/** Tensors of the device "meta" have shapes, and no values. */
	@ParameterizedTest
	@EnumSource
	void whatAStepIsComputedFromIsBroughtToItsDevice(NetworkKind kind) {
		VisionAid aid = new VisionAid(PretrainedTrunk.MOBILENET_V2, 0.5, 64, new Augmentations(Augmentation.ALL),
				ComputeType.FLOAT32);
		Settings s = settings(kind, ComputeType.FLOAT32, aid);
		Settings settings = new Settings(s.architecture(), s.precision(), s.objective(), s.penalties(), s.aid(),
				s.captionContrast(), 1, BATCH, 1e-3, 1e-3, 0.1, 0.99, 0, s.augmentations(), s.captionDropout(),
				s.sentenceAxes(), s.attributeReading(), s.ema(), s.schedules(), 1, 10L, null, true, 2, 4,
				Duration.ofHours(1), s.options(), new ComputeDevice(torch.DeviceType.Meta));
		Networks networks = Networks.create(settings);
		assertThat(Stream.of(networks.generator().weights(), networks.average().weights(),
				networks.discriminator().weights(), Objects.requireNonNull(networks.aided()).weights()))
			.flatMap((weights) -> List.of(weights.parameters().get()))
			.allMatch(Tensor::is_meta);
		BatchTensors tensors = new BatchTensors(settings, new Alone());
		ConditionTensors condition = tensors.condition(captioned());
		assertThat(Stream
			.of(tensors.images(captioned()), tensors.latents(), condition.label(), condition.sentence(),
					condition.strength(), tensors.wrongSentences(captioned()))
			.filter(Objects::nonNull)).hasSizeGreaterThan(1).allMatch(Tensor::is_meta);
	}

	@Test
	void theGeneratorFollowsTheVisionAidedDiscriminatorAsWell() {
		VisionAid aid = new VisionAid(PretrainedTrunk.MOBILENET_V2, 0.5, 64, Augmentations.NONE, ComputeType.FLOAT32);
		assertThat(generatorAfterOneStep(aid)).isNotEqualTo(generatorAfterOneStep(null));
	}

	private static float[] generatorAfterOneStep(@Nullable VisionAid aid) {
		Settings settings = settings(NetworkKind.MODULATED, ComputeType.FLOAT32, aid);
		Networks networks = Networks.create(settings);
		take(settings, networks, captioned(), 1);
		return Weights.values(networks.generator().weights().parameters().get(0));
	}

	@Test
	void picturesWithoutCaptionsAreRefusedByNetworksThatReadText() {
		Settings settings = settings(NetworkKind.TEXT, ComputeType.FLOAT32, null);
		Networks networks = Networks.create(settings);
		Batch batch = new Batch(captioned().images(), new long[BATCH]);
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> take(settings, networks, batch, 1))
			.withMessageContaining("network=modulated");
	}

	@Test
	void freshLatentsChangeTheStepOfTheGeneratorAlone() {
		float[][] plain = afterOneStep(StepOptions.PLAIN, Augmentations.NONE);
		float[][] fresh = afterOneStep(new StepOptions(true, false, 0, 0), Augmentations.NONE);
		assertThat(fresh[0]).isNotEqualTo(plain[0]);
		assertThat(fresh[1]).isEqualTo(plain[1]);
	}

	@Test
	void aDiscriminatorThatComesFirstIsFollowedOnlyAfterItsSteps() {
		Settings settings = with(new StepOptions(false, false, 0, 0, false, 1, 0, 2), Augmentations.NONE,
				Penalties.NONE, new NonSaturating(), 0);
		Networks networks = Networks.create(settings);
		float[] g = first(networks.generator().weights());
		float[] d = first(networks.discriminator().weights());
		take(settings, networks, captioned(), 2);
		assertThat(first(networks.generator().weights())).isEqualTo(g);
		assertThat(first(networks.average().weights())).isEqualTo(g);
		assertThat(first(networks.discriminator().weights())).isNotEqualTo(d);
		take(settings, networks, captioned(), 3);
		assertThat(first(networks.generator().weights())).isNotEqualTo(g);
	}

	@Test
	void penaltiesBeforeAugmentAreTheSameOnesWhereNothingIsAugmented() {
		StepOptions before = new StepOptions(false, true, 0, 0);
		float[][] plain = afterOneStep(StepOptions.PLAIN, Augmentations.NONE);
		float[][] same = afterOneStep(before, Augmentations.NONE);
		assertThat(same[1]).isEqualTo(plain[1]);
		Augmentations colour = new Augmentations(Augmentation.ALL);
		assertThat(afterOneStep(before, colour)[1]).isNotEqualTo(afterOneStep(StepOptions.PLAIN, colour)[1]);
	}

	@Test
	void aPenaltyBeforeAugmentReachesThePicturesThroughTheAugmentation() {
		// All that D sees is grey, so that pictures have no gradient, and R1 is 0
		Augmentations grey = new Augmentations(List.of(new Cutout(2)));
		StepOptions before = new StepOptions(false, true, 0, 0);
		assertThat(afterOneStep(before, grey, Penalties.of(1e3, 0, 0))[1])
			.isEqualTo(afterOneStep(before, grey, Penalties.of(0, 0, 0))[1]);
		assertThat(afterOneStep(StepOptions.PLAIN, grey, Penalties.of(1e3, 0, 0))[1])
			.isNotEqualTo(afterOneStep(StepOptions.PLAIN, grey, Penalties.of(0, 0, 0))[1]);
	}

	@Test
	void weightDecayAndClippedGradientsChangeBothNetworks() {
		float[][] plain = afterOneStep(StepOptions.PLAIN, Augmentations.NONE);
		for (StepOptions options : List.of(new StepOptions(false, false, 0.5, 0),
				new StepOptions(false, false, 0, 1e-6))) {
			float[][] other = afterOneStep(options, Augmentations.NONE);
			assertThat(other[0]).isNotEqualTo(plain[0]);
			assertThat(other[1]).isNotEqualTo(plain[1]);
		}
	}

	@Test
	void gradientsOfPartsAddUpToThatOfTheWholeBatch() {
		// The same latents for all pictures, so that parts see what the whole does
		float[][] whole = discriminatorGradients(1);
		float[][] parts = discriminatorGradients(2);
		for (int i = 0; i < whole.length; i++) {
			assertThat(parts[i]).containsExactly(whole[i], within(1e-5f));
		}
	}

	/** The gradients of D in a step whose fake pictures do not depend on latents. */
	private static float[][] discriminatorGradients(int accumulate) {
		Settings settings = with(new StepOptions(false, false, 0, 0, false, accumulate, 0, 0), Augmentations.NONE,
				Penalties.of(1, 1, 0), new NonSaturating(), 0);
		Networks networks = Networks.create(settings);
		try (NoGradGuard _ = new NoGradGuard()) {
			for (Tensor parameter : networks.generator().weights().parameters().get()) {
				parameter.zero_();
			}
		}
		take(settings, networks, captioned(), 1);
		return gradients(networks);
	}

	@Test
	void lossesInThePublishedScaleAreTwiceTheHalvedOnes() {
		StepOptions published = new StepOptions(false, false, 0, 0, true, 1, 0, 0);
		Settings halved = with(StepOptions.PLAIN, Augmentations.NONE, Penalties.NONE, new NonSaturating(), 0);
		Settings whole = with(published, Augmentations.NONE, Penalties.NONE, new NonSaturating(), 0);
		Settings hinge = with(published, Augmentations.NONE, Penalties.NONE, new Hinge(), 0);
		Settings plainHinge = with(StepOptions.PLAIN, Augmentations.NONE, Penalties.NONE, new Hinge(), 0);
		StepMeans half = take(halved, Networks.create(halved), captioned(), 1);
		Networks networks = Networks.create(whole);
		StepMeans full = take(whole, networks, captioned(), 1);
		assertThat(full.discriminatorLoss()).isEqualTo(2 * half.discriminatorLoss());
		assertThat(take(hinge, Networks.create(hinge), captioned(), 1))
			.isEqualTo(take(plainHinge, Networks.create(plainHinge), captioned(), 1));
	}

	@Test
	void augmentationBeginsWithoutChangeAndFollowsD() {
		Augmentations all = new Augmentations(Augmentation.ALL);
		Settings adaptive = with(new StepOptions(false, false, 0, 0, false, 1, 0.6, 0), all, Penalties.NONE,
				new NonSaturating(), 0);
		Settings none = with(StepOptions.PLAIN, Augmentations.NONE, Penalties.NONE, new NonSaturating(), 0);
		Networks networks = Networks.create(adaptive);
		double first = take(adaptive, networks, captioned(), 1).discriminatorLoss();
		assertThat(first).isEqualTo(take(none, Networks.create(none), captioned(), 1).discriminatorLoss());
		networks.augmentation().restore(1, 4, 3);
		double changed = take(adaptive, networks, captioned(), 1).discriminatorLoss();
		assertThat(changed).isNotEqualTo(first);
		assertThat(networks.augmentation().state()[2]).isZero();
	}

	@Test
	void beta2FollowsItsSchedule() {
		// At once, beta2 is what it starts from; Adam's second step shows it
		float[] scheduled = generatorAfterTwoSteps(0.9, 0.99);
		assertThat(scheduled).isEqualTo(generatorAfterTwoSteps(0, 0.9));
		assertThat(scheduled).isNotEqualTo(generatorAfterTwoSteps(0, 0.99));
	}

	private static float[] generatorAfterTwoSteps(double beta2Start, double beta2) {
		Settings s = with(StepOptions.PLAIN, Augmentations.NONE, Penalties.NONE, new NonSaturating(), beta2Start);
		Settings settings = new Settings(s.architecture(), s.precision(), s.objective(), s.penalties(), s.aid(),
				s.captionContrast(), 1, BATCH, 1e-3, 1e-3, 0, beta2, 0, s.augmentations(), s.captionDropout(),
				s.sentenceAxes(), s.attributeReading(), s.ema(), s.schedules(), 1, 10L, null, true, 2, 4,
				Duration.ofHours(1), s.options(), s.device());
		Networks networks = Networks.create(settings);
		take(settings, networks, captioned(), 2);
		return Weights.values(networks.generator().weights().parameters().get(0));
	}

	private static Settings with(StepOptions options, Augmentations augmentations, Penalties penalties,
			Objective objective, double beta2Start) {
		Settings s = settings(NetworkKind.RESIDUAL, ComputeType.FLOAT32, null);
		return new Settings(s.architecture(), s.precision(), objective, penalties, s.aid(), s.captionContrast(), 1,
				BATCH, 1e-3, 1e-3, 0, 0.99, 0, augmentations, s.captionDropout(), s.sentenceAxes(),
				s.attributeReading(), s.ema(),
				new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1, 0.1, beta2Start), 1, 10L, null, true,
				2, 4, Duration.ofHours(1), options, s.device());
	}

	private static float[][] gradients(Networks networks) {
		return Stream.of(networks.discriminator().weights().parameters().get())
			.map((parameter) -> Weights.values(parameter.grad()))
			.toArray(float[][]::new);
	}

	private static float[][] afterOneStep(StepOptions options, Augmentations augmentations) {
		return afterOneStep(options, augmentations, Penalties.of(1, 1, 0));
	}

	/** The first weights of G and of D. */
	private static float[][] afterOneStep(StepOptions options, Augmentations augmentations, Penalties penalties) {
		Settings s = settings(NetworkKind.RESIDUAL, ComputeType.FLOAT32, null);
		Settings settings = new Settings(s.architecture(), s.precision(), s.objective(), penalties, s.aid(),
				s.captionContrast(), 1, BATCH, 1e-3, 1e-3, 0, 0.99, 0, augmentations, s.captionDropout(),
				s.sentenceAxes(), s.attributeReading(), s.ema(), s.schedules(), 1, 10L, null, true, 2, 4,
				Duration.ofHours(1), options, s.device());
		Networks networks = Networks.create(settings);
		assertThat(take(settings, networks, captioned(), 1).finite()).isTrue();
		return new float[][] { Weights.values(networks.generator().weights().parameters().get(0)),
				Weights.values(networks.discriminator().weights().parameters().get(0)) };
	}

	private static float[] first(Weights weights) {
		return Weights.values(weights.parameters().get(0));
	}

	private static StepMeans take(Settings settings, Networks networks, Batch batch, int steps) {
		StepStatistics statistics = new StepStatistics(settings.device());
		AdversarialStep step = new AdversarialStep(settings, networks, new Alone(), statistics);
		for (int i = 0; i < steps; i++) {
			step.take(i, () -> batch, 0);
		}
		return statistics.take();
	}

	private static Batch captioned() {
		Random random = new Random(2);
		return new Batch(gaussian(random, BATCH * 3 * 32 * 32, 0.3), new long[BATCH],
				gaussian(random, BATCH * Captions.LENGTH, 0.05), gaussian(random, BATCH * Captions.LENGTH, 0.05));
	}

	private static float[] gaussian(Random random, int count, double deviation) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) (deviation * random.nextGaussian());
		}
		return values;
	}

	private static Settings settings(NetworkKind kind, ComputeType type, @Nullable VisionAid aid) {
		return settings(kind, type, aid, 0);
	}

	private static Settings settings(NetworkKind kind, ComputeType type, @Nullable VisionAid aid, double contrast) {
		Architecture architecture = new Architecture(kind, 32, 3, 16, 4, 0,
				new DiscriminatorTraits(false, false, false));
		return new Settings(architecture, type, new Hinge(), Penalties.of(0, 0, 0, 2, 2), aid, contrast, 1, BATCH, 1e-3,
				1e-3, 0, 0.99, 0, new Augmentations(List.of()), 0.5, null, null, 0.99,
				new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1), 1, 10L, null, true, 2, 4,
				Duration.ofHours(1), StepOptions.PLAIN, ComputeDevice.CPU);
	}

}
