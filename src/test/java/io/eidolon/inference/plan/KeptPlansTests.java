package io.eidolon.inference.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.plan.ExecutionPlan.Declined;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Ports;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.inference.plan.RequestedPrecision.Wish;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeptPlansTests {

	private static final Finding FINDING = new Finding(true, ValueRange.TANH, Wish.AUTO,
			new ExecutionPlan(Graph.REWRITTEN, List.of("batch-norm-folding", "pixel-projection"), 1.25,
					Precision.FLOAT32, null, "cpu", new Ports(Map.of("z", "latent"), "image", List.of()),
					new Declined(Precision.INT8, 38.5, 2.5)));

	@TempDir
	private Path folder;

	@Test
	void whatIsWrittenIsRead() {
		KeptPlans plans = plans("here");
		Path file = file(plans, model());
		assertThat(plans.read(file)).isEmpty();
		plans.write(file, FINDING);
		assertThat(plans("here").read(file)).contains(FINDING);
	}

	@Test
	void otherModelsAndOtherCircumstancesHaveOtherFiles() throws IOException {
		ModelSource model = model();
		Path file = file(plans("here"), model);
		assertThat(file(plans("elsewhere"), model)).isNotEqualTo(file);
		Files.write(model.graph(), TinyGenerators.graph(8, 3, 0));
		Path other = file(plans("here"), model);
		assertThat(other).isNotEqualTo(file);
		Path card = model.folder().resolve(ModelFiles.CARD);
		Files.writeString(card, Files.readString(card) + "\n");
		assertThat(file(plans("here"), model)).isNotEqualTo(other);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "{}", "{\"sha256\":null,\"finding\":null}", "\0\1\2" })
	void whatCannotBeReadIsAsIfItWereNotThere(String content) throws IOException {
		KeptPlans plans = plans("here");
		Path file = file(plans, model());
		plans.write(file, FINDING);
		Files.writeString(file, content);
		assertThat(plans.read(file)).isEmpty();
	}

	@Test
	void whatIsNotWhatWasWrittenIsAsIfItWereNotThere() throws IOException {
		KeptPlans plans = plans("here");
		Path file = file(plans, model());
		plans.write(file, FINDING);
		String written = Files.readString(file);
		Files.writeString(file, written.replace("1.25", "1.75"));
		assertThat(plans.read(file)).isEmpty();
		Files.writeString(file, written.substring(0, written.length() / 2));
		assertThat(plans.read(file)).isEmpty();
		Files.writeString(file, written + " ".repeat(1 << 20));
		assertThat(plans.read(file)).isEmpty();
	}

	@Test
	void whereNothingCanBeWrittenNothingIsKept() throws IOException {
		Files.writeString(this.folder.resolve("plans"), "a file in place of the folder");
		KeptPlans plans = plans("here");
		Path file = file(plans, model());
		plans.write(file, FINDING);
		assertThat(plans.read(file)).isEmpty();
	}

	@Test
	void nothingIsKeptWithoutAFolderOrWhereCircumstancesCannotBeTold() {
		assertThat(KeptPlans.NONE.file(model())).isEmpty();
		assertThat(new KeptPlans(this.folder, Optional::empty).file(model())).isEmpty();
	}

	@Test
	void theOldestGoWhereThereAreTooMany() throws IOException {
		Path kept = Files.createDirectories(this.folder.resolve("plans"));
		for (int i = 0; i <= KeptPlans.MOST; i++) {
			Files.setLastModifiedTime(Files.writeString(kept.resolve(i + ".json"), ""), FileTime.fromMillis(1000L * i));
		}
		KeptPlans plans = plans("here");
		plans.write(file(plans, model()), FINDING);
		try (Stream<Path> files = Files.list(kept)) {
			assertThat(files).hasSize(KeptPlans.MOST)
				.contains(file(plans, model()))
				.doesNotContain(kept.resolve("0.json"), kept.resolve("1.json"));
		}
	}

	private KeptPlans plans(String circumstances) {
		return new KeptPlans(this.folder.resolve("plans"), () -> Optional.of(circumstances));
	}

	private static Path file(KeptPlans plans, ModelSource model) {
		return plans.file(model).orElseThrow();
	}

	private ModelSource model() {
		return ModelSource.of(TinyGenerators.write(this.folder, "tiny", 8, 1));
	}

}
