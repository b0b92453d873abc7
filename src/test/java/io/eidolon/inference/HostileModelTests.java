package io.eidolon.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.eidolon.batching.Workers;
import io.eidolon.graph.HostileGraphs;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that no graph made to do harm takes all memory, runs on, reads other files or
 * ends the process: it generates, or is refused in one line. All encoders are tried with
 * {@code -Deidolon.fuzz.models=2000}, a fifth of them otherwise.
 */
@Tag("foreign")
class HostileModelTests {

	private static final int STEP = (Integer.getInteger("eidolon.fuzz.models") != null) ? 1 : 5;

	/** Far more than any takes, and less than all that a trial may take. */
	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final Workers workers = new Workers("worker", 1);

	private final GeneratorFactory factory = TestFactory.of(this.workers, new SimpleMeterRegistry());

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.workers.close();
	}

	@Test
	@Timeout(value = 1800, threadMode = ThreadMode.SEPARATE_THREAD)
	void aHostileGeneratorGeneratesOrIsRefusedInOneLine() throws Exception {
		Map<String, ModelProto> hostile = HostileGraphs.generators();
		assertThat(hostile).hasSizeGreaterThan(200);
		Path model = Files.createDirectory(this.folder.resolve("x"));
		for (Map.Entry<String, ModelProto> one : hostile.entrySet()) {
			Path file = Files.write(model.resolve("x.onnx"), one.getValue().toByteArray());
			isOpenedOrRefused(one.getKey(), new ModelSource(model, file, "x", null));
		}
	}

	@Test
	@Timeout(value = 1800, threadMode = ThreadMode.SEPARATE_THREAD)
	void aHostileEncoderIsRunOrRefusedInOneLine() throws Exception {
		Path model = TinyGenerators.write(this.folder, "x", 16, 3);
		ModelSource source = new ModelSource(model, model.resolve(ModelFiles.GRAPH), "x", null);
		List<Map.Entry<String, ModelProto>> hostile = List.copyOf(HostileGraphs.encoders().entrySet());
		for (int i = 0; i < hostile.size(); i += STEP) {
			Map.Entry<String, ModelProto> one = hostile.get(i);
			TinyGenerators.add(model, ModelFiles.ENCODER, one.getValue().toByteArray());
			isOpenedOrRefused(one.getKey(), source);
		}
	}

	private void isOpenedOrRefused(String name, ModelSource source) throws Exception {
		try {
			String refusal = CompletableFuture.supplyAsync(() -> refusal(source))
				.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
			assertThat(refusal).as(name).hasLineCount(1).hasSizeLessThan(1000).doesNotContain("root:");
		}
		catch (Exception ex) {
			throw new AssertionError(name, ex);
		}
	}

	/** Why a model was refused, a word when it was not. */
	private String refusal(ModelSource source) {
		try (Generator generator = this.factory.open(source)) {
			float[] z = new float[generator.card().latent().dimension()];
			assertThat(generator.generate(z, 0).join()).isNotEmpty();
			// Runs an encoder once, if it has one.
			generator.network(CompanionNetwork.ENCODER).join();
			return "none";
		}
		catch (InvalidModelException | InvalidModelCardException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
