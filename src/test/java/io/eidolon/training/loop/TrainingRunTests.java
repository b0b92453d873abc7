package io.eidolon.training.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import io.eidolon.image.Picture;
import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.distributed.Alone;
import io.eidolon.training.exchange.WeightFiles;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.MaximumLikelihood;
import io.eidolon.training.objective.NonSaturating;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import io.eidolon.training.objective.Relativistic;
import io.eidolon.training.objective.Wasserstein;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("libtorch")
class TrainingRunTests {

	static final List<Objective> OBJECTIVES = Objective.ALL;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private int keep = 1;

	private LongSupplier nanoTime = System::nanoTime;

	@Test
	void theSameSeedTrainsTheSameGenerator() {
		Recorder first = train(settings(8, 1, 2e-4), "first", false, Integer.MAX_VALUE);
		Recorder second = train(settings(8, 1, 2e-4), "second", false, Integer.MAX_VALUE);
		Recorder other = train(settings(8, 2, 2e-4), "other", false, Integer.MAX_VALUE);
		assertThat(second.weights).containsExactlyElementsOf(first.weights);
		assertThat(second.means).isEqualTo(first.means);
		assertThat(other.weights).doesNotContainAnyElementsOf(first.weights);
	}

	@Test
	void aResumedRunEndsWhereAnUnbrokenOneDoes() {
		Recorder unbroken = train(settings(10, 1, 2e-4), "unbroken", false, Integer.MAX_VALUE);
		Recorder stopped = train(settings(10, 1, 2e-4), "broken", false, 6);
		Recorder resumed = train(settings(10, 1, 2e-4), "broken", true, Integer.MAX_VALUE);
		assertThat(stopped.weights).isEmpty();
		assertThat(resumed.started.step()).isEqualTo(6);
		assertThat(resumed.weights).containsExactlyElementsOf(unbroken.weights);
		assertThat(resumed.means.getLast()).isEqualTo(unbroken.means.getLast());
	}

	@Test
	void aResumedRunTakesTheLearningRateOfItsSettings() {
		train(settings(4, 1, 2e-4), "rate", false, Integer.MAX_VALUE);
		train(settings(4, 1, 2e-4), "same", false, Integer.MAX_VALUE);
		Recorder slower = train(settings(6, 1, 1e-5), "rate", true, Integer.MAX_VALUE);
		Recorder same = train(settings(6, 1, 2e-4), "same", true, Integer.MAX_VALUE);
		assertThat(slower.weights.getFirst()).isNotEqualTo(same.weights.getFirst());
	}

	@Test
	void aStoppedRunKeepsItsCheckpointAndDoesNotComplete() {
		Recorder stopped = train(settings(100, 1, 2e-4), "stopped", false, 3);
		assertThat(stopped.checkpoints).containsExactly(3L);
		assertThat(stopped.weights).isEmpty();
		assertThat(this.folder.resolve("stopped").resolve(Checkpoint.FILE)).exists();
	}

	@Test
	void samplesComeAtIntervalsAndAtTheEnd() {
		Recorder recorder = train(settings(10, 1, 2e-4), "samples", false, Integer.MAX_VALUE);
		assertThat(recorder.samples).containsExactly(4L, 8L, 10L);
	}

	@ParameterizedTest
	@FieldSource("OBJECTIVES")
	void everyObjectiveTrains(Objective objective) {
		Recorder recorder = train(settings(6, 1, 2e-4, objective), objective.name(), false, Integer.MAX_VALUE);
		assertThat(recorder.means).isNotEmpty().allMatch(StepMeans::finite);
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void everyKindOfNetworkTrainsUnderEveryPenalty(NetworkKind kind) {
		Architecture architecture = new Architecture(kind, 28, 1, 16, 4, 10,
				new DiscriminatorTraits(false, true, true));
		Settings settings = settings(4, 1, 2e-4, new Relativistic(), Penalties.of(1, 1, 1), 2, architecture);
		Recorder recorder = train(settings, "kind", false, Integer.MAX_VALUE);
		assertThat(recorder.means).isNotEmpty().allMatch(StepMeans::finite);
	}

	@ParameterizedTest
	@EnumSource(names = ".*TEXT", mode = EnumSource.Mode.MATCH_NONE)
	void everyKindOfNetworkTrainsInBfloat16(NetworkKind kind) {
		Architecture architecture = new Architecture(kind, 28, 1, 16, 4, 10,
				new DiscriminatorTraits(true, false, true));
		Settings settings = settings(6, 1, 2e-4, new Relativistic(), Penalties.of(1, 1, 1), 1, architecture,
				ComputeType.BFLOAT16);
		Recorder recorder = train(settings, "rough", false, Integer.MAX_VALUE);
		Recorder again = train(settings, "again", false, Integer.MAX_VALUE);
		assertThat(recorder.means).isNotEmpty().allMatch(StepMeans::finite).isEqualTo(again.means);
	}

	@Test
	void aResumedRunOfSeveralDiscriminatorStepsEndsWhereAnUnbrokenOneDoes() {
		Architecture architecture = new Architecture(NetworkKind.RESIDUAL, 28, 1, 16, 4, 10,
				new DiscriminatorTraits(false, true, false));
		Settings settings = settings(6, 1, 2e-4, new Wasserstein(), Penalties.of(0, 0, 10), 3, architecture);
		Recorder unbroken = train(settings, "unbroken", false, Integer.MAX_VALUE);
		train(settings, "broken", false, 4);
		Recorder resumed = train(settings, "broken", true, Integer.MAX_VALUE);
		assertThat(resumed.started.step()).isEqualTo(4);
		assertThat(resumed.weights).containsExactlyElementsOf(unbroken.weights);
	}

	@Test
	void aResumedRunOfEveryStepOptionEndsWhereAnUnbrokenOneDoes() {
		Settings settings = settings(6, new StepOptions(true, true, 1e-4, 1, false, 1, 0, 0, 1, true, 0, 1, 1));
		Recorder unbroken = train(settings, "unbroken", false, Integer.MAX_VALUE);
		train(settings, "broken", false, 4);
		Recorder resumed = train(settings, "broken", true, Integer.MAX_VALUE);
		assertThat(unbroken.means).allMatch(StepMeans::finite);
		assertThat(resumed.weights).containsExactlyElementsOf(unbroken.weights);
	}

	@Test
	void aCheckpointThatIsCutShortIsRefusedByItsPath() throws IOException {
		train(settings(4, 1, 2e-4), "cut", false, Integer.MAX_VALUE);
		Path file = this.folder.resolve("cut").resolve(Checkpoint.FILE);
		byte[] whole = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(whole, whole.length / 2));
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(settings(8, 1, 2e-4), "cut", true, Integer.MAX_VALUE))
			.withMessageContaining(file + " cannot be read");
	}

	@Test
	void aCheckpointThatIsHalfWrittenDoesNotReplaceTheOneBefore() throws IOException {
		train(settings(4, 1, 2e-4), "half", false, Integer.MAX_VALUE);
		Files.writeString(this.folder.resolve("half").resolve(Checkpoint.FILE + ".tmp"), "cut short by a kill");
		Recorder resumed = train(settings(6, 1, 2e-4), "half", true, Integer.MAX_VALUE);
		assertThat(resumed.started.step()).isEqualTo(4);
	}

	@Test
	void aCheckpointOfOtherNetworksIsRefusedWithBothShapes() {
		train(settings(2, 1, 2e-4), "shape", false, Integer.MAX_VALUE);
		Settings wider = settings(4, 1, 2e-4, new NonSaturating(), new Architecture(28, 1, 16, 8, 10));
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(wider, "shape", true, Integer.MAX_VALUE))
			.withMessageContaining("nf 4")
			.withMessageContaining("nf 8")
			.withMessageContaining("--resume --recipe=");
	}

	@Test
	void aCheckpointWithoutAPartThatIsAskedForIsRefusedByItsName() {
		train(settings(4, 1, 2e-4), "without", false, Integer.MAX_VALUE);
		Settings more = settings(8, new StepOptions(false, false, 0, 0, false, 1, 0, 0, 1, false, 0, 0, 1));
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(more, "without", true, Integer.MAX_VALUE))
			.withMessageContaining(" holds no rotation-head, which the settings ask for; --resume --recipe=");
	}

	@Test
	void lossesThatAreNoNumbersEndTheRunAndAreNotSaved() {
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(
					() -> train(settings(40, 1, 1e30, new MaximumLikelihood()), "diverged", false, Integer.MAX_VALUE))
			.withMessageContaining("no numbers any more")
			.withMessageContaining("learning-rate");
		assertThat(this.folder.resolve("diverged").resolve(Checkpoint.FILE)).doesNotExist();
	}

	@Test
	void lossesBeyondAllBoundsEndTheRunAsDiverged() {
		Settings far = settings(60, 1, 1000, new Wasserstein(), Penalties.of(0, 0, 10), 1,
				new Architecture(NetworkKind.DCGAN, 28, 1, 16, 4, 10, new DiscriminatorTraits(false, false, false)));
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(far, "beyond", false, Integer.MAX_VALUE))
			.withMessageMatching("The run has diverged: at step \\d+ the losses are beyond all bounds \\(J\\(D\\) .*");
	}

	@Test
	void aGeneratorWhosePicturesAreAllTheSameIsNotExported() {
		Recorder recorder = new Recorder();
		Settings settings = settings(2, 1, 100);
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(settings, "same", false, Integer.MAX_VALUE, recorder))
			.withMessageStartingWith("The run has diverged: all pictures of the generator are the same");
		assertThat(recorder.weights).isEmpty();
	}

	@Test
	void theLastCheckpointsAreKeptAndTheNewestIsOneOfThem() throws IOException {
		this.keep = 2;
		for (long end : List.of(2L, 4L, 6L)) {
			train(settings(end, 1, 2e-4), "kept", end > 2, Integer.MAX_VALUE);
		}
		Path run = this.folder.resolve("kept");
		assertThat(run.resolve("checkpoints")).isDirectoryContaining("glob:**/000004.pt")
			.isDirectoryContaining("glob:**/000006.pt")
			.isDirectoryNotContaining("glob:**/000002.pt");
		assertThat(run.resolve("checkpoints/000006.pt")).hasSameBinaryContentAs(run.resolve(Checkpoint.FILE));
		assertThat(Files.mismatch(run.resolve("checkpoints/000004.pt"), run.resolve(Checkpoint.FILE))).isNotEqualTo(-1);
		train(settings(2, 1, 2e-4), "kept", false, Integer.MAX_VALUE);
		assertThat(run.resolve("checkpoints")).isDirectoryNotContaining("glob:**/000006.pt");
	}

	@Test
	void slowStepsAreReportedByTimeThoughFewerThanReportEvery() {
		AtomicLong seconds = new AtomicLong();
		this.nanoTime = () -> Duration.ofSeconds(seconds.getAndAdd(4)).toNanos();
		Recorder recorder = train(settings(9, 1, 2e-4, 1000), "slow", false, Integer.MAX_VALUE);
		// 5 s after the start, and then after 10 s more: at 8, 20, 32 and the end, 36 s
		assertThat(recorder.reported).containsExactly(2L, 5L, 8L, 9L);
	}

	@Test
	void theBestGeneratorIsExportedThoughLaterOnesAreWorse() {
		Recorder recorder = new Recorder();
		recorder.distances.putAll(Map.of(2L, 5.0, 4L, 1.0, 6L, 3.0, 8L, 2.0));
		train(settings(8, 1, 2e-4), "best", false, Integer.MAX_VALUE, recorder);
		assertThat(recorder.exported.step()).isEqualTo(4);
		assertThat(this.folder.resolve("best").resolve(BestGenerator.FILE)).exists();
		Recorder toTheEnd = train(settings(8, 1, 2e-4), "whole", false, Integer.MAX_VALUE);
		assertThat(recorder.weights).isNotEqualTo(toTheEnd.weights);
	}

	@Test
	void theBestGeneratorBeforeAResumeIsRemembered() {
		Recorder stopped = new Recorder();
		stopped.distances.put(2L, 1.0);
		train(settings(8, 1, 2e-4), "resumed", false, 4, stopped);
		Recorder resumed = new Recorder();
		resumed.distances.putAll(Map.of(6L, 2.0, 8L, 3.0));
		train(settings(8, 1, 2e-4), "resumed", true, Integer.MAX_VALUE, resumed);
		assertThat(resumed.exported.step()).isEqualTo(2);
	}

	@Test
	void theBestGeneratorOfAnEarlierRunIsForgotten() {
		Recorder earlier = new Recorder();
		earlier.distances.put(2L, 1.0);
		train(settings(2, 1, 2e-4), "again", false, Integer.MAX_VALUE, earlier);
		Recorder anew = new Recorder();
		anew.distances.put(4L, 9.0);
		train(settings(4, 1, 2e-4), "again", false, Integer.MAX_VALUE, anew);
		assertThat(anew.exported.step()).isEqualTo(4);
	}

	@Test
	void theLastGeneratorIsExportedWhereTheBestCannotBeServed() {
		Recorder recorder = new Recorder();
		recorder.distances.put(4L, 1.0);
		recorder.unfit.add(4L);
		train(settings(8, 1, 2e-4), "unfit", false, Integer.MAX_VALUE, recorder);
		Recorder alone = train(settings(8, 1, 2e-4), "alone", false, Integer.MAX_VALUE);
		assertThat(recorder.exported.step()).isEqualTo(8);
		assertThat(recorder.weights).containsExactlyElementsOf(alone.weights);
		assertThat(recorder.notices)
			.contains("The generator of step 4 cannot be exported: too far off; the last one is exported instead");
	}

	@Test
	void theBestGeneratorIsExportedWhereTheLastCannotBeServed() {
		Recorder recorder = new Recorder();
		recorder.distances.put(4L, 1.0);
		recorder.unfit.add(8L);
		train(exportingLast(settings(8, 1, 2e-4)), "last", false, Integer.MAX_VALUE, recorder);
		assertThat(recorder.exported.step()).isEqualTo(4);
	}

	@Test
	void aRunOfWhichNoGeneratorCanBeServedSaysWhy() {
		Recorder recorder = new Recorder();
		recorder.distances.put(4L, 1.0);
		recorder.unfit.addAll(List.of(4L, 8L));
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(settings(8, 1, 2e-4), "none", false, Integer.MAX_VALUE, recorder))
			.withMessage("too far off");
	}

	@Test
	void aRunThatIsToldToEndAfterItsLastStepExportsWhenItIsResumed() {
		Recorder stopped = train(settings(4, 1, 2e-4), "late", false, 4);
		Recorder resumed = train(settings(4, 1, 2e-4), "late", true, Integer.MAX_VALUE);
		Recorder unbroken = train(settings(4, 1, 2e-4), "whole", false, Integer.MAX_VALUE);
		assertThat(stopped.checkpoints).containsExactly(4L);
		assertThat(stopped.weights).isEmpty();
		assertThat(resumed.weights).containsExactlyElementsOf(unbroken.weights);
	}

	@Test
	void aRunBeginsWithTheWeightsOfAnotherThatFitAndTellsOfTheOthers() {
		train(settings(4, 1, 2e-4), "first", false, Integer.MAX_VALUE);
		Settings shorter = settings(4, 1, 2e-4, new NonSaturating(), new Architecture(28, 1, 8, 4, 10));
		Recorder recorder = new Recorder();
		recorder.initial = WeightFiles.read(List.of(this.folder.resolve("first").resolve(Checkpoint.FILE)));
		train(shorter, "second", false, Integer.MAX_VALUE, recorder);
		Path file = this.folder.resolve("first").resolve(Checkpoint.FILE);
		assertThat(recorder.notices).contains(
				"From %s, G begins with 11 of 12 tensors; new are project.weight (40, 8, 7, 7), there (48, 8, 7, 7)"
					.formatted(file),
				"D begins with 8 of 8 tensors");
	}

	@Test
	void aRunBeginsWithWhatSettingsAddedToAnotherWhereTheyAddItAsWell() {
		train(settings(4, new StepOptions(false, false, 0, 0, false, 1, 0, 0, 1, false, 0, 1, 1)), "first", false,
				Integer.MAX_VALUE);
		Path file = this.folder.resolve("first").resolve(Checkpoint.FILE);
		Recorder recorder = new Recorder();
		recorder.initial = WeightFiles.read(List.of(file));
		train(settings(4, new StepOptions(false, false, 0, 0, false, 1, 0, 0, 0, true, 0, 1, 1)), "second", false,
				Integer.MAX_VALUE, recorder);
		assertThat(recorder.notices)
			.anyMatch((notice) -> notice.matches("variational-encoder begins with (\\d+) of \\1 tensors"))
			.noneMatch((notice) -> notice.startsWith("rotation-head") || notice.startsWith("joint-encoder"));
	}

	@Test
	void weightsOfWhichNoneFitsAreRefused() {
		Recorder recorder = new Recorder();
		recorder.initial = new InitialWeights("theirs.onnx", Map.of(), Map.of(), Map.of(), Map.of());
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> train(settings(4, 1, 2e-4), "none", false, Integer.MAX_VALUE, recorder))
			.withMessageStartingWith("No weight of theirs.onnx fits the networks: 0 of ");
	}

	@Test
	void aCollapsedRunEndsWithItsBestGeneratorAndSaysSo() {
		Recorder recorder = new Recorder();
		recorder.recall = 0;
		recorder.distances.putAll(Map.of(1L, 1.0, 2L, 2.0, 3L, 3.0, 4L, 4.0, 5L, 5.0));
		train(settings(50, 1, 2e-4), "collapsed", false, Integer.MAX_VALUE, recorder);
		assertThat(recorder.exported.step()).isEqualTo(1);
		assertThat(recorder.checkpoints).containsExactly(4L);
		assertThat(recorder.notices).anyMatch((notice) -> notice.contains("recall is 0"));
	}

	private static Settings settings(long steps, long seed, double learningRate) {
		return settings(steps, seed, learningRate, new NonSaturating());
	}

	private static Settings settings(long steps, long seed, double learningRate, int reportEvery) {
		return with(settings(steps, seed, learningRate), reportEvery, StepOptions.PLAIN);
	}

	private static Settings settings(long steps, StepOptions options) {
		return with(settings(steps, 1, 2e-4), 2, options);
	}

	private static Settings with(Settings s, int reportEvery, StepOptions options) {
		return with(s, reportEvery, options, s.exportBest());
	}

	private static Settings exportingLast(Settings s) {
		return with(s, s.reportEvery(), s.options(), false);
	}

	private static Settings with(Settings s, int reportEvery, StepOptions options, boolean exportBest) {
		return new Settings(s.architecture(), s.precision(), s.objective(), s.penalties(), s.aid(), s.captionContrast(),
				s.discriminatorSteps(), s.batch(), s.learningRate(), s.discriminatorLearningRate(), s.beta1(),
				s.beta2(), s.instanceNoise(), s.augmentations(), s.captionDropout(), s.sentenceAxes(),
				s.attributeReading(), s.ema(), s.schedules(), s.seed(), s.steps(), s.time(), exportBest, reportEvery,
				s.sampleEvery(), s.checkpointEvery(), options, s.device());
	}

	private static Settings settings(long steps, long seed, double learningRate, Objective objective) {
		return settings(steps, seed, learningRate, objective, new Architecture(28, 1, 16, 4, 10));
	}

	private static Settings settings(long steps, long seed, double learningRate, Objective objective,
			Architecture architecture) {
		return settings(steps, seed, learningRate, objective, Penalties.of(1, 0, 0), 1, architecture);
	}

	private static Settings settings(long steps, long seed, double learningRate, Objective objective,
			Penalties penalties, int discriminatorSteps, Architecture architecture) {
		return settings(steps, seed, learningRate, objective, penalties, discriminatorSteps, architecture,
				ComputeType.FLOAT32);
	}

	private static Settings settings(long steps, long seed, double learningRate, Objective objective,
			Penalties penalties, int discriminatorSteps, Architecture architecture, ComputeType precision) {
		return new Settings(architecture, precision, objective, penalties, null, 0, discriminatorSteps, 8, learningRate,
				learningRate, 0.5, 0.999, 0.1, new Augmentations(Augmentation.ALL), 0.1, null, null, 0.99,
				new Schedules(Schedule.COSINE, Schedule.COSINE, 0.1, 0.2, 0.1), seed, steps, null, true, 2, 4,
				Duration.ofHours(1), StepOptions.PLAIN, ComputeDevice.CPU);
	}

	private Recorder train(Settings settings, String name, boolean resume, int stepsBeforeStop) {
		return train(settings, name, resume, stepsBeforeStop, new Recorder());
	}

	private Recorder train(Settings settings, String name, boolean resume, int stepsBeforeStop, Recorder recorder) {
		AtomicInteger asked = new AtomicInteger();
		Path run = this.folder.resolve(name);
		try (PictureSet pictures = PictureSet.open(PictureSettings
			.squares(Path.of("src/test/resources/fixtures/fashion"), 28, null, DataSize.ofMegabytes(1)))) {
			Files.createDirectories(run);
			new TrainingRun(settings, new Checkpoint(run, this.keep), recorder, new Alone(),
					() -> asked.incrementAndGet() > stepsBeforeStop, this.nanoTime)
				.run(resume, recorder.initial,
						(step) -> new BatchLoader(pictures, settings.batch(), true, settings.seed(), step),
						(trained, exported) -> {
							if (recorder.unfit.contains(exported.step())) {
								throw new UnfitGeneratorException("too far off");
							}
							recorder.exported = exported;
							Stream.of(trained.generator().weights().parameters().get())
								.map(Weights::values)
								.forEach(recorder.weights::add);
						});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return recorder;
	}

	private static final class Recorder implements RunObserver {

		private Progress started = Progress.START;

		private Progress exported = Progress.START;

		/** What is measured, by step. */
		private final Map<Long, Double> distances = new HashMap<>();

		private double recall = 0.5;

		private @Nullable InitialWeights initial;

		/** The steps whose generators cannot be served. */
		private final List<Long> unfit = new ArrayList<>();

		private final List<String> notices = new ArrayList<>();

		private final List<StepMeans> means = new ArrayList<>();

		private final List<Long> reported = new ArrayList<>();

		private final List<Long> samples = new ArrayList<>();

		private final List<Long> checkpoints = new ArrayList<>();

		private final List<float[]> weights = new ArrayList<>();

		@Override
		public void onStart(Progress progress) {
			this.started = progress;
		}

		@Override
		public void onReport(Progress progress, double imagesPerSecond, Duration left) {
			this.means.add(progress.last());
			this.reported.add(progress.step());
		}

		@Override
		public Optional<Measured> onStep(long step, GeneratorNetwork average, boolean last) {
			return Optional.ofNullable(this.distances.get(step)).map((distance) -> new Measured(distance, this.recall));
		}

		@Override
		public void onNotice(String message) {
			this.notices.add(message);
		}

		@Override
		public void onSamples(long step, Picture sheet) {
			this.samples.add(step);
		}

		@Override
		public void onCheckpoint(long step, Path file) {
			this.checkpoints.add(step);
		}

	}

}
