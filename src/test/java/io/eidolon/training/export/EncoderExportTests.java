package io.eidolon.training.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.training.WithTensors;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.JointEncoder;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@WithTensors(seed = 5)
class EncoderExportTests {

	private final Architecture architecture = new Architecture(32, 3, 20, 8, 0);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path models;

	@Test
	void anEncoderThatWasTrainedWithTheGeneratorIsProvedAndExportedBesideIt() {
		Path folder = export(new JointEncoder(this.architecture));
		ModelCard card = ModelCards.read(folder);
		ModelCards.verifyFiles(folder, card);
		assertThat(card.files()).containsKey(ModelFiles.ENCODER);
		assertThat(card.encoder()).isNotNull().satisfies((encoder) -> {
			assertThat(encoder.steps()).isEqualTo(7);
			assertThat(encoder.command()).isEqualTo("train --name=tiny");
			assertThat(encoder.maxAbsoluteDifference()).isLessThan(1e-3);
			assertThat(encoder.drawnPsnr()).isFinite();
		});
	}

	@Test
	void anEncoderThatCannotBeProvedIsLeftOutAndTheGeneratorIsThere() {
		JointEncoder broken = new JointEncoder(this.architecture);
		try (NoGradGuard _ = new NoGradGuard()) {
			broken.weights().parameters().get(0).fill_(new Scalar(Double.NaN));
		}
		Path folder = export(broken);
		assertThat(folder.resolve(ModelFiles.GRAPH)).isNotEmptyFile();
		assertThat(folder.resolve(ModelFiles.ENCODER)).doesNotExist();
		assertThat(ModelCards.read(folder).encoder()).isNull();
	}

	private Path export(JointEncoder encoder) {
		return new ModelExport(this.models, 2)
			.export(new TrainedNetworks(this.architecture.generator(), null, encoder, 7), card());
	}

	private static ModelCard card() {
		return new ModelCard("tiny", "1", "A tiny model",
				new ModelCard.ImageShape(32, 32, 3, ModelCard.ValueRange.TANH),
				new ModelCard.LatentSpace(20, ModelCard.LatentSpace.STANDARD_NORMAL), List.of(), null, null,
				new ModelCard.Training("train --name=tiny", "dcgan", "hinge", 1, 7, 64, 0.1, "a machine", 0.99, 1, 1),
				null, null, null, null, Map.of());
	}

}
