package io.eidolon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.modelcard.ModelCards;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Trains with held-out pictures, and measures what was exported. */
@Tag("libtorch")
class EvaluatorTests {

	private static final Path PICTURES = Path.of("src/test/resources/fixtures/fashion");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void qualityIsMeasuredAlongARunAndAgreesWithThatOfItsExport() throws IOException {
		assertThat(train("--eidolon.training.quality.pictures=20", "--eidolon.training.quality.every=5",
				"--eidolon.training.held-out=0.3"))
			.isZero();
		Quality trained = quality();
		assertThat(trained.features()).isEqualTo("eidolon-cifar10-v1");
		assertThat(trained.heldOut()).isTrue();
		assertThat(trained.samples()).isEqualTo(20);
		assertThat(trained.pictures()).isBetween(10, 20);
		assertThat(Files.readAllLines(this.folder.resolve("runs/tiny/quality.csv"))).hasSize(3)
			.element(1)
			.asString()
			.startsWith("5,eidolon-cifar10-v1,20,");

		assertThat(evaluate("--eidolon.evaluation.held-out=0.3", "--eidolon.evaluation.features=eidolon-cifar10-v1",
				"--eidolon.evaluation.run=" + this.folder.resolve("runs/tiny")))
			.isZero();
		Quality exported = quality();
		assertThat(exported.heldOut()).isTrue();
		assertThat(exported.pictures()).isEqualTo(trained.pictures());
		assertThat(exported.coverage()).isBetween(0.0, 1.0);
		// The export's weights are halves.
		assertThat(exported.frechetDistance()).isCloseTo(trained.frechetDistance(),
				within(0.05 * trained.frechetDistance()));
		assertThat(this.folder.resolve("pages/tiny.md")).content()
			.contains("Frechet distance in eidolon-cifar10-v1 |")
			.contains("the model has not seen them in training")
			.contains("![The first seeds](../models/tiny/preview.png)")
			.contains("(tiny-losses.svg)")
			.contains("(tiny-distance.svg)")
			.doesNotContain("FID");
		assertThat(this.folder.resolve("pages/tiny-distance.svg")).content().contains("<polyline");
		assertThat(ImageIO.read(this.folder.resolve("pages/tiny-neighbours.png").toFile()).getWidth())
			.isEqualTo(7 * 28 * 2);
	}

	@Test
	void aModelThatHasSeenThePicturesIsSaidToHave() throws IOException {
		assertThat(train()).isZero();
		assertThat(ModelCards.read(model()).quality()).isNull();
		assertThat(evaluate("--eidolon.evaluation.held-out=0.3", "--eidolon.evaluation.show-training-pictures=false"))
			.isZero();
		assertThat(this.folder.resolve("pages/tiny-neighbours.png")).doesNotExist();
		assertThat(quality().heldOut()).isFalse();
		assertThat(this.folder.resolve("pages/tiny.md")).content()
			.contains("**The model has seen these real pictures in training**")
			.contains("do not let them be shown here")
			.contains("Frechet distance in inception-v3-mixed5 |")
			.doesNotContain("tiny-neighbours.png")
			.doesNotContain("Curves");
		ModelCards.verifyFiles(model(), ModelCards.read(model()));
	}

	@Test
	void classifiersThatLearnFromItsPicturesAreTestedOnRealOnes() throws IOException {
		assertThat(train()).isZero();
		assertThat(evaluate("--eidolon.evaluation.held-out=0.3", "--eidolon.evaluation.features=eidolon-cifar10-v1",
				"--eidolon.evaluation.classify=" + PICTURES, "--eidolon.evaluation.classify-pictures=100"))
			.isZero();
		assertThat(this.folder.resolve("pages/tiny.md")).content()
			.contains("## What a classifier learns from it")
			.containsPattern("\\| \\d+ real pictures \\| \\d+\\.\\d % \\|")
			.containsPattern("\\| \\d+ generated pictures \\| \\d+\\.\\d % \\|")
			.containsPattern("\\| these and the generated ones \\| \\d+\\.\\d % \\|");
	}

	@Test
	void tooFewHeldOutPicturesAreRefusedBeforeTraining() {
		assertThat(train("--eidolon.training.quality.pictures=20", "--eidolon.training.held-out=0.02")).isEqualTo(1);
		assertThat(this.folder.resolve("runs/tiny/metrics.csv")).doesNotExist();
	}

	private int train(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--eidolon.training.data=" + PICTURES,
				"--eidolon.training.name=tiny", "--eidolon.training.steps=10", "--eidolon.training.image-size=28",
				"--eidolon.training.nf=4", "--eidolon.training.batch=8", "--eidolon.training.conditional=true",
				"--eidolon.training.report-every=5", "--eidolon.training.runs=" + this.folder.resolve("runs"),
				"--eidolon.training.output=" + this.folder.resolve("models")));
		arguments.addAll(List.of(more));
		return TrainingApplication.run(arguments.toArray(String[]::new));
	}

	private int evaluate(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--eidolon.evaluation.model=" + model(),
				"--eidolon.evaluation.data=" + PICTURES, "--eidolon.evaluation.pictures=20",
				"--eidolon.evaluation.cache=" + this.folder.resolve("cache"),
				"--eidolon.evaluation.pages=" + this.folder.resolve("pages")));
		arguments.addAll(List.of(more));
		return TrainingApplication.run(arguments.toArray(String[]::new));
	}

	private Path model() {
		return this.folder.resolve("models/tiny");
	}

	private Quality quality() {
		return Objects.requireNonNull(ModelCards.read(model()).quality());
	}

}
