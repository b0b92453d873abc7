package io.eidolon.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.batching.Workers;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.ModelMutations;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.InvalidModelCardException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that no model file stops the service: it generates, or is refused in one line.
 * More of them with {@code -Deidolon.fuzz.models=1000}, others with
 * {@code -Deidolon.fuzz.seed=1}.
 */
@Tag("foreign")
class MutatedModelTests {

	private static final int MODELS = Integer.getInteger("eidolon.fuzz.models", 200);

	private static final int SEED = Integer.getInteger("eidolon.fuzz.seed", 0);

	private final Workers workers = new Workers("worker", 1);

	private final GeneratorFactory factory = TestFactory.of(this.workers, new SimpleMeterRegistry());

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.workers.close();
	}

	@Test
	@Timeout(value = 3600, threadMode = ThreadMode.SEPARATE_THREAD)
	void aDamagedModelGeneratesOrIsRefusedInOneLine() throws IOException {
		List<ModelProto> models = new ArrayList<>(ForeignGenerators.all().values());
		models.addAll(List.of(ForeignGenerators.keras(), ForeignGenerators.sprites(), ForeignGenerators.upsampling(),
				ForeignGenerators.levels(DataType.UINT8), ForeignGenerators.grey(),
				ForeignGenerators.conditional(true, DataType.FLOAT),
				ForeignGenerators.conditional(false, DataType.INT32),
				ModelProto.parseFrom(TinyGenerators.graph(16, 3, 4))));
		int generated = 0;
		for (int i = 0; i < MODELS; i++) {
			byte[] damaged = new ModelMutations(new Random(SEED * 1_000_003L + i))
				.damage(models.get(i % models.size()));
			generated += generates(Files.write(this.folder.resolve("x.onnx"), damaged)) ? 1 : 0;
		}
		assertThat(generated).isPositive().isLessThan(MODELS);
	}

	private boolean generates(Path file) {
		try (Generator generator = this.factory.open(new ModelSource(this.folder, file, "x", null))) {
			float[] z = new float[generator.card().latent().dimension()];
			assertThat(generator.generate(z, 0).join()).isNotEmpty();
			return true;
		}
		catch (InvalidModelException | InvalidModelCardException ex) {
			assertThat(ex.getMessage()).hasLineCount(1).hasSizeLessThan(1000);
			return false;
		}
	}

}
