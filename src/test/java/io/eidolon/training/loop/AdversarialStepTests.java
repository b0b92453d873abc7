package io.eidolon.training.loop;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.augment.Cutout;
import io.eidolon.training.data.Batch;
import io.eidolon.training.distributed.Alone;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.PretrainedTrunk;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("libtorch")
class AdversarialStepTests {

	private static final int BATCH = 4;

	@SuppressWarnings("NullAway.Init")
	private PointerScope scope;

	@BeforeEach
	void openScope() {
		this.scope = new PointerScope();
	}

	@AfterEach
	void closeScope() {
		this.scope.close();
	}

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

	private static float[][] afterOneStep(StepOptions options, Augmentations augmentations) {
		return afterOneStep(options, augmentations, Penalties.of(1, 1, 0));
	}

	/** The first weights of G and of D. */
	private static float[][] afterOneStep(StepOptions options, Augmentations augmentations, Penalties penalties) {
		Settings s = settings(NetworkKind.RESIDUAL, ComputeType.FLOAT32, null);
		Settings settings = new Settings(s.architecture(), s.precision(), s.objective(), penalties, s.aid(),
				s.captionContrast(), 1, BATCH, 1e-3, 1e-3, 0, 0.99, 0, augmentations, s.captionDropout(),
				s.sentenceAxes(), s.ema(), s.schedules(), 1, 10L, null, true, 2, 4, Duration.ofHours(1), options);
		Networks networks = Networks.create(settings);
		assertThat(take(settings, networks, captioned(), 1).finite()).isTrue();
		return new float[][] { Weights.values(networks.generator().weights().parameters().get(0)),
				Weights.values(networks.discriminator().weights().parameters().get(0)) };
	}

	private static StepMeans take(Settings settings, Networks networks, Batch batch, int steps) {
		StepStatistics statistics = new StepStatistics();
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
				1e-3, 0, 0.99, 0, new Augmentations(List.of()), 0.5, null, 0.99,
				new Schedules(Schedule.CONSTANT, Schedule.CONSTANT, 0.1, 0, 0.1), 1, 10L, null, true, 2, 4,
				Duration.ofHours(1), StepOptions.PLAIN);
	}

}
