package io.eidolon.training;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Trains what the trainer does not bring along, up to a model with its proof. */
@Tag("libtorch")
class OwnSizesAndNetworksTests {

	private static final Path PEEPS = Path.of("src/test/resources/fixtures/peeps-64.zip");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void oblongPicturesAreTrainedOnMeasuredAndExported() {
		ModelCard card = train("oblong", "--image-size=32x48", "--quality.pictures=20", "--held-out=0.3",
				"--quality.features=eidolon-cifar10-v1");
		assertThat(card.image().width()).isEqualTo(32);
		assertThat(card.image().height()).isEqualTo(48);
		assertThat(card.training()).isNotNull()
			.satisfies((training) -> assertThat(training.network()).startsWith("DCGAN, 32x48 px, "));
		assertThat(card.quality()).isNotNull()
			.satisfies((quality) -> assertThat(quality.frechetDistance()).isPositive());
		assertThat(card.recognition()).isNotNull();
		assertThat(TrainingApplication.run("evaluate", "--model=" + this.folder.resolve("models/oblong"),
				"--data=" + PEEPS, "--pictures=20", "--held-out=0.3", "--features=eidolon-cifar10-v1",
				"--pages=" + this.folder.resolve("pages"), "--cache=" + this.folder.resolve("cache")))
			.isZero();
	}

	@Test
	void ownNetworksAreTrainedAndExported() {
		ModelCard card = train("own", "--image-size=32", "--network=perceptron", "--r1=1");
		assertThat(card.training()).isNotNull()
			.satisfies((training) -> assertThat(training.network()).startsWith("perceptron, 32 px, "));
		assertThat(card.proof()).isNotNull()
			.satisfies((proof) -> assertThat(proof.maxAbsoluteDifference()).isLessThan(1e-4));
		assertThat(card.recognition()).isNotNull();
	}

	private ModelCard train(String name, String... settings) {
		List<String> arguments = Stream.concat(Stream.of("train", "--data=" + PEEPS, "--name=" + name, "--steps=4",
				"--nf=8", "--batch=8", "--device=cpu", "--runs=" + this.folder.resolve("runs"),
				"--output=" + this.folder.resolve("models")), Stream.of(settings))
			.toList();
		assertThat(TrainingApplication.run(arguments.toArray(String[]::new))).isZero();
		return ModelCards.read(this.folder.resolve("models").resolve(name));
	}

}
