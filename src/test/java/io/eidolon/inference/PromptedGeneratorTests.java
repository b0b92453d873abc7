package io.eidolon.inference;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Workers;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.canonical.ByteTail;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.gradient.GradientOpener;
import io.eidolon.inference.gradient.Gradients;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Holds that a generator takes a prompt for each image: z + strength (sentence W). */
class PromptedGeneratorTests {

	private static final int SIDE = 8;

	private static final int PIXELS = SIDE * SIDE;

	private static final int LENGTH = 384;

	private final Random random = new Random(5);

	private final float[] weights = Latents.normal(this.random, LENGTH * PIXELS);

	private final Workers workers = new Workers("worker", 1);

	@TempDir
	private Path folder;

	@AfterEach
	void closeWorkers() {
		this.workers.close();
	}

	@Test
	void imagesOfDifferentPromptsShareABatch() {
		List<Integer> sizes = new CopyOnWriteArrayList<>();
		List<LatentInput> inputs = List.of(input(sentence(), 1), input(sentence(), 0.5f), input(sentence(), 0),
				input(null, 0));
		try (Generator generator = open((size, waits, run) -> sizes.add(size))) {
			List<CompletableFuture<byte[]>> images = generator.generateAll(inputs, "client", Duration.ofMinutes(1));
			for (int i = 0; i < inputs.size(); i++) {
				assertIs(images.get(i).join(), inputs.get(i));
			}
			assertThat(sizes).containsExactly(4);
		}
	}

	@Test
	void aSentenceOfAWrongLengthIsRefusedBeforeItHarmsOthers() {
		try (Generator generator = open((size, waits, run) -> {
		})) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> generator.generateAll(List.of(input(null, 0), input(new float[3], 1))))
				.withMessage("The sentence of a prompt for prompted must have 384 numbers, not 3");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> generator.generateAll(List.of(input(sentence(), Float.NaN))))
				.withMessage("strength (NaN) must be a number");
			assertThat(generator.queued()).isZero();
		}
	}

	@Test
	void aGeneratorWithoutPromptsRefusesThem() {
		Path plain = TinyGenerators.write(this.folder, "plain", SIDE, 1);
		ModelSource source = new ModelSource(plain, plain.resolve(ModelFiles.GRAPH), "plain", null);
		try (Generator generator = TestFactory.of(this.workers, new SimpleMeterRegistry()).open(source)) {
			float[] z = new float[TinyGenerators.DIMENSION];
			assertThatIllegalArgumentException()
				.isThrownBy(() -> generator.generateAll(List.of(new LatentInput(z, 0, sentence(), 1))))
				.withMessage("plain takes no prompts");
		}
	}

	private LatentInput input(float @Nullable [] sentence, float strength) {
		return new LatentInput(Latents.normal(this.random, PIXELS), 0, sentence, strength);
	}

	private float[] sentence() {
		float[] sentence = Latents.normal(this.random, LENGTH);
		for (int i = 0; i < LENGTH; i++) {
			sentence[i] /= (float) Math.sqrt(LENGTH);
		}
		return sentence;
	}

	private void assertIs(byte[] image, LatentInput input) {
		assertThat(image).hasSize(PIXELS);
		float[] sentence = (input.sentence() != null) ? input.sentence() : new float[LENGTH];
		for (int pixel = 0; pixel < PIXELS; pixel++) {
			double sum = 0;
			for (int i = 0; i < LENGTH; i++) {
				sum += sentence[i] * this.weights[i * PIXELS + pixel];
			}
			double level = 127.5 * (1 + Math.tanh(input.z()[pixel] + input.strength() * sum));
			assertThat((double) (image[pixel] & 0xFF)).isBetween(level - 1, level + 1);
		}
	}

	private Generator open(GeneratorListener listener) {
		GraphBuilder graph = new GraphBuilder("prompted", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(PIXELS));
		Value sentence = graph.input("sentence", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(LENGTH));
		Value strength = graph.input("strength", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));
		Value words = graph.node("MatMul", List.of(sentence, graph.constant("w", this.weights, LENGTH, PIXELS)));
		Value sum = graph.node("Add", List.of(z, graph.node("Mul", List.of(words, strength))));
		Value image = graph.node("Reshape",
				List.of(graph.node("Tanh", List.of(sum)), graph.constant("shape", new long[] { -1, 1, SIDE, SIDE })));
		graph.output(image, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1), Dimension.fixed(SIDE),
				Dimension.fixed(SIDE));
		ModelCard card = new ModelCard("prompted", "1", "Prompted", new ImageShape(SIDE, SIDE, 1, ValueRange.TANH),
				new LatentSpace(PIXELS, LatentSpace.STANDARD_NORMAL), List.of(), null, null, null, null, null, null,
				null, Map.of());
		BatchSettings settings = new BatchSettings(16, 4);
		ModelSource source = new ModelSource(this.folder, this.folder.resolve("none.onnx"), "prompted", null);
		OnnxGraph bytes = ByteTail.on(OnnxGraph.parse(graph.build()), -1, 1);
		return new Generator(card, GeneratorSession.open(bytes.bytes()),
				new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 1, Precision.FLOAT32, null, "cpu"), this.workers,
				settings, new Gradients(new GradientOpener(source, card, this.workers, settings, Device.CPU)),
				listener);
	}

}
