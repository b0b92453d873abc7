package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.data.labels.LabelSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.quality.ClassAccuracy;
import io.eidolon.training.quality.QualitySpace;
import io.eidolon.training.quality.FeatureSpaceCard;
import io.eidolon.training.quality.FeatureTraining;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/** Trains a feature network, and writes it with a card that says how good it is. */
class FeatureNetworkTrainer implements Task {

	private static final Logger logger = LoggerFactory.getLogger(FeatureNetworkTrainer.class);

	private static final DataSize MEMORY = DataSize.ofGigabytes(2);

	private final FeatureNetworkProperties properties;

	FeatureNetworkTrainer(FeatureNetworkProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		FeatureNetworkProperties p = this.properties;
		if (p.threads() != null) {
			torch.set_num_threads(p.threads());
		}
		try (PictureSet pictures = open(p.data(), stop::check); PictureSet test = open(p.test(), stop::check)) {
			byte[] graph = new FeatureTraining(p.epochs(), p.seed()).train(pictures, stop);
			double accuracy = ClassAccuracy.of(graph, test);
			FeatureSpaceCard card = FeatureSpaceCard.trained(p.name(), p.dataName(), pictures.size(), p.epochs(),
					accuracy, test.size());
			Files.createDirectories(p.output());
			Path file = Files.write(p.output().resolve(p.name() + ".onnx"), graph);
			card.write(QualitySpace.cardOf(file));
			logger.info("Wrote {} ({} kB), which classifies {} of {} test pictures correctly", file,
					graph.length / 1000, String.format(Locale.ROOT, "%.1f %%", 100 * accuracy), test.size());
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PictureSet open(Path path, Runnable check) {
		return PictureSet.open(PictureSettings.squares(path, FeatureTraining.SIZE, FeatureTraining.CHANNELS, MEMORY)
			.with(new LabelSettings(null, null, true)), check);
	}

}
