package io.eidolon.training;

import java.nio.file.Path;
import java.util.Objects;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("libtorch")
class EncoderTrainerTests {

	private static final Path FASHION = Path.of("src/test/resources/fixtures/fashion").toAbsolutePath();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void anEncoderStandsBesideItsGeneratorAndInItsCard() {
		Path model = TinyGenerators.write(this.folder, "tiny", 8, 1, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
		ModelCard before = ModelCards.read(model);
		assertThat(train(model, "--eidolon.encoder.data=" + FASHION, "--eidolon.encoder.batch=8")).isZero();

		ModelCard after = ModelCards.read(model);
		ModelCards.verifyFiles(model, after);
		assertThat(after.files()).containsAllEntriesOf(before.files()).containsKey(ModelFiles.ENCODER);
		assertThat(after.version()).isEqualTo(before.version());
		ModelCard.Encoder encoder = Objects.requireNonNull(after.encoder());
		assertThat(encoder.steps()).isEqualTo(3);
		assertThat(encoder.data()).isEqualTo("fashion");
		assertThat(encoder.command()).contains("--eidolon.encoder.steps=3");
		assertThat(encoder.drawnPsnr()).isFinite();
		assertThat(encoder.realPsnr()).isNotNull().isFinite();
	}

	@Test
	void withoutRealPicturesItIsTrainedOnGeneratedOnes() {
		Path model = TinyGenerators.write(this.folder, "tiny", 8, 3);
		assertThat(train(model)).isZero();
		ModelCard.Encoder encoder = Objects.requireNonNull(ModelCards.read(model).encoder());
		assertThat(encoder.data()).isNull();
		assertThat(encoder.realPsnr()).isNull();
	}

	@Test
	void picturesOfOtherClassesAreRefusedAndNothingIsChanged() {
		Path model = TinyGenerators.write(this.folder, "tiny", 8, 1, "a", "b");
		ModelCard before = ModelCards.read(model);
		assertThat(train(model, "--eidolon.encoder.data=" + FASHION)).isEqualTo(1);
		assertThat(ModelCards.read(model)).isEqualTo(before);
		assertThat(model.resolve(ModelFiles.ENCODER)).doesNotExist();
	}

	private static int train(Path model, String... others) {
		String[] arguments = new String[others.length + 3];
		arguments[0] = "--eidolon.encoder.model=" + model;
		arguments[1] = "--eidolon.encoder.steps=3";
		arguments[2] = "--eidolon.encoder.threads=1";
		System.arraycopy(others, 0, arguments, 3, others.length);
		return TrainingApplication.run(arguments);
	}

}
