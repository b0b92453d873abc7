package io.eidolon.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.QueueFullException;
import io.eidolon.batching.Workers;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.OnnxRuntime;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.canonical.ByteTail;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.inference.gradient.GradientOpener;
import io.eidolon.inference.gradient.Gradients;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class GeneratorTests {

	private static final BatchSettings SETTINGS = new BatchSettings(64, 4);

	private final Random random = new Random(23);

	/** Holds the worker after its first batch until it is counted down. */
	private final CountDownLatch gate = new CountDownLatch(1);

	private final CountDownLatch reached = new CountDownLatch(1);

	private Workers workers = new Workers("worker", 1);

	@TempDir
	private Path models;

	@AfterEach
	void closeWorkers() {
		this.workers.close();
	}

	@ParameterizedTest
	@CsvSource({ "8, 1, ''", "16, 3, ''", "8, 3, cat dog" })
	void picturesAreTheBytesOfADirectRun(int side, int channels, String classes) throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", side, channels, words(classes));
		LatentInput input = input(1);
		float[] direct = OnnxRuntime.run(Files.readAllBytes(folder.resolve(ModelFiles.GRAPH)), input.z(),
				classes.isEmpty() ? null : new long[] { 1 }, 1);
		try (Generator generator = generator(folder, SETTINGS, GeneratorTests::ignore)) {
			byte[] samples = generator.generate(input.z(), input.label()).join();
			assertThat(samples).hasSize(side * side * channels);
			for (int i = 0; i < samples.length; i++) {
				float value = direct[(i % channels) * side * side + i / channels];
				assertThat(samples[i] & 0xFF).isEqualTo(Math.round(127.5f * (value + 1)));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "8, 1, ''", "16, 3, ''", "16, 3, cat dog" })
	void aPictureDoesNotDependOnItsPlaceInABatch(int side, int channels, String classes) {
		Path folder = TinyGenerators.write(this.models, "tiny", side, channels, words(classes));
		List<LatentInput> inputs = IntStream.range(0, 23).mapToObj((i) -> input(i % 2)).toList();
		List<Integer> sizes = new ArrayList<>();
		try (Generator generator = generator(folder, new BatchSettings(64, 5), (size, waits, run) -> sizes.add(size))) {
			List<CompletableFuture<byte[]>> together = generator.generateAll(inputs);
			for (int i = 0; i < inputs.size(); i++) {
				byte[] alone = generator.generate(inputs.get(i).z(), inputs.get(i).label()).join();
				assertWithinOneLevel(together.get(i).join(), alone);
			}
		}
		assertThat(sizes).contains(1, 5);
	}

	@Test
	void callersSideBySideGetTheirOwnPictures() throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 3);
		this.workers.close();
		this.workers = new Workers("worker", 3);
		List<LatentInput> inputs = IntStream.range(0, 60).mapToObj((i) -> input(0)).toList();
		try (Generator generator = generator(folder, new BatchSettings(64, 4), GeneratorTests::ignore);
				ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<byte[]>> pictures = callers.invokeAll(inputs.stream()
				.map((input) -> (Callable<byte[]>) () -> generator.generate(input.z(), 0).join())
				.toList());
			for (int i = 0; i < inputs.size(); i++) {
				assertWithinOneLevel(pictures.get(i).resultNow(), generator.generate(inputs.get(i).z(), 0).join());
			}
		}
	}

	@Test
	void theLabelDecidesForAConditionalGeneratorAlone() {
		float[] z = input(0).z();
		Path conditional = TinyGenerators.write(this.models, "conditional", 8, 1, "cat", "dog");
		try (Generator generator = generator(conditional, SETTINGS, GeneratorTests::ignore)) {
			assertThat(generator.generate(z, 0).join()).isNotEqualTo(generator.generate(z, 1).join());
		}
		Path unconditional = TinyGenerators.write(this.models, "unconditional", 8, 1);
		try (Generator generator = generator(unconditional, SETTINGS, GeneratorTests::ignore)) {
			assertThat(generator.generate(z, 0).join()).isEqualTo(generator.generate(z, 99).join());
		}
	}

	@Test
	void aLatentOfAWrongLengthIsRefused() {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		try (Generator generator = generator(folder, SETTINGS, GeneratorTests::ignore)) {
			assertThatIllegalArgumentException().isThrownBy(() -> generator.generate(new float[7], 0))
				.withMessage("A latent of tiny must have 8 numbers, not 7");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 2 })
	void aLabelOutOfRangeIsRefusedBeforeItHarmsOthers(int label) {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1, "cat", "dog");
		try (Generator generator = generator(folder, SETTINGS, GeneratorTests::ignore)) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> generator.generateAll(List.of(input(0), input(label))))
				.withMessage("label (%d) must be between 0 and 1", label);
			assertThat(generator.queued()).isZero();
		}
	}

	@Test
	void aFullQueueIsABusyGenerator() throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		try (Generator generator = generator(folder, new BatchSettings(2, 1), this::hold)) {
			generator.generate(input(0).z(), 0);
			this.reached.await();
			generator.generate(input(0).z(), 0);
			assertThat(generator.generateAll(List.of(input(0), input(0))))
				.allSatisfy((future) -> assertThat(future.exceptionNow())
					.isInstanceOfSatisfying(QueueFullException.class, (ex) -> assertThat(ex.capacity()).isEqualTo(2))
					.hasMessage("tiny is busy: its queue of 2 has no room for 2 more; try again later"));
			this.gate.countDown();
		}
	}

	@Test
	void cancellingAFutureTakesItsPictureOutOfTheQueue() throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		List<Integer> sizes = new ArrayList<>();
		try (Generator generator = generator(folder, SETTINGS, (size, waits, run) -> {
			sizes.add(size);
			hold(size, waits, run);
		})) {
			generator.generate(input(0).z(), 0);
			this.reached.await();
			List<CompletableFuture<byte[]>> futures = generator.generateAll(List.of(input(0), input(0), input(0)));
			futures.get(1).cancel(true);
			this.gate.countDown();
			assertThat(futures.getLast().join()).isNotEmpty();
		}
		assertThat(sizes).containsExactly(1, 2);
	}

	@Test
	void closingFinishesWhatWasTakenAndRefusesTheRest() throws Exception {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		Generator generator = generator(folder, SETTINGS, this::hold);
		generator.generate(input(0).z(), 0);
		this.reached.await();
		List<CompletableFuture<byte[]>> taken = generator.generateAll(List.of(input(0), input(0)));
		Thread closer = Thread.startVirtualThread(generator::close);
		this.gate.countDown();
		closer.join();
		assertThat(taken).allSatisfy((future) -> assertThat(future.resultNow()).hasSize(64));
		generator.close();
		assertThat(generator.generate(input(0).z(), 0).exceptionNow()).isInstanceOf(BatcherClosedException.class)
			.hasMessage("tiny is closed and takes no more");
	}

	@Test
	void aPartThatCannotBeClosedKeepsNoOtherOpen() {
		Path folder = TinyGenerators.write(this.models, "tiny", 8, 1);
		AtomicBoolean told = new AtomicBoolean();
		GeneratorSession session = session(folder);
		Generator generator = generator(folder, session, SETTINGS, new GeneratorListener() {
			@Override
			public void onBatch(int size, List<Duration> waits, Duration run) {
			}

			@Override
			public void onClose() {
				told.set(true);
			}
		});
		// Closing it once more fails.
		generator.gradient(GradientLoss.PIXELS).join().close();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(generator::close);
		assertThatIllegalStateException().as("closed already").isThrownBy(session::close);
		assertThat(told).isTrue();
	}

	private void hold(int size, List<Duration> waits, Duration run) {
		this.reached.countDown();
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private LatentInput input(int label) {
		return new LatentInput(Latents.normal(this.random, TinyGenerators.DIMENSION), label);
	}

	private Generator generator(Path folder, BatchSettings settings, GeneratorListener listener) {
		return generator(folder, session(folder), settings, listener);
	}

	private static GeneratorSession session(Path folder) {
		OnnxGraph bytes = ByteTail.on(OnnxGraph.read(folder.resolve(ModelFiles.GRAPH), folder), -1, 1);
		return GeneratorSession.open(bytes.bytes());
	}

	private Generator generator(Path folder, GeneratorSession session, BatchSettings settings,
			GeneratorListener listener) {
		ModelSource source = new ModelSource(folder, folder.resolve(ModelFiles.GRAPH), "tiny", null);
		return new Generator(ModelCards.read(folder), session,
				new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 1, Precision.FLOAT32, null, "cpu"), this.workers,
				settings,
				new Gradients(new GradientOpener(source, ModelCards.read(folder), this.workers, settings, Device.CPU)),
				listener);
	}

	private static void ignore(int size, List<Duration> waits, Duration run) {
	}

	private static String[] words(String text) {
		return text.isEmpty() ? new String[0] : text.split(" ");
	}

	private static void assertWithinOneLevel(byte[] actual, byte[] expected) {
		assertThat(actual).hasSameSizeAs(expected);
		for (int i = 0; i < actual.length; i++) {
			assertThat(actual[i] & 0xFF).isBetween((expected[i] & 0xFF) - 1, (expected[i] & 0xFF) + 1);
		}
	}

}
