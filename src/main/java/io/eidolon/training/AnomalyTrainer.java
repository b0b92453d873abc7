package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.anomaly.DetectorTraining;
import io.eidolon.training.anomaly.GoodScores;
import io.eidolon.training.anomaly.MemoryTraining;
import io.eidolon.training.anomaly.ReconstructionTraining;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/** Trains a detector of anomalies from good pictures, for the service to read. */
class AnomalyTrainer implements Task {

	private static final Logger logger = LoggerFactory.getLogger(AnomalyTrainer.class);

	private static final DataSize MEMORY = DataSize.ofGigabytes(2);

	/** The side of a square is a multiple of this. */
	private static final int STEP = 16;

	private static final int CHANNELS = 3;

	private final AnomalyProperties properties;

	AnomalyTrainer(AnomalyProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		AnomalyProperties p = this.properties;
		if (p.side() % STEP != 0) {
			throw new TrainingException("side (%s) must be a multiple of %s".formatted(p.side(), STEP));
		}
		DetectorTraining training = training();
		try (PictureSet pictures = open(p.data(), stop::check)) {
			PictureSet.Split good = pictures.split(p.heldOut());
			byte[] network = training.train(good.training(), stop::check);
			GoodScores scores = GoodScores.of(training.scores(network, good.heldOut(), stop::check));
			DetectorCard card = new DetectorCard(training.method(), p.side(), training.places(), training.averaged(),
					training.kappa(), scores.threshold(p.falseAlarmRate()), p.falseAlarmRate(), scores.spread(),
					good.training().size(), scores.values().length,
					String.valueOf(p.data().toAbsolutePath().normalize().getFileName()), String.join(" ", arguments),
					Sha256.hex(network));
			Path folder = DetectorFiles.folder(p.output(), p.name());
			DetectorFiles.write(folder, card, network);
			logger.info("Wrote {} ({} kB): {}", folder, network.length / 1000, card);
			if (p.test() != null) {
				test(p.test(), training, network, scores, card, stop::check);
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private DetectorTraining training() {
		AnomalyProperties p = this.properties;
		return switch (p.method()) {
			case MEMORY -> MemoryTraining.of(p.side(), p.whole(), p.patches(), p.seed());
			case RECONSTRUCTION -> {
				if (p.model() == null) {
					throw new TrainingException(
							"method=reconstruction needs model: the folder of a generator of good pictures with its encoder");
				}
				if (p.whole()) {
					throw new TrainingException(
							"whole is of method=memory: a reconstruction is compared place by place");
				}
				yield ReconstructionTraining.of(p.model(), p.side(), p.kappa(), p.seed());
			}
		};
	}

	private void test(Path data, DetectorTraining training, byte[] network, GoodScores good, DetectorCard card,
			Runnable check) {
		try (PictureSet pictures = open(data, check)) {
			double[] scores = training.scores(network, pictures, check);
			long found = Arrays.stream(scores).filter((score) -> score > card.threshold()).count();
			logger.info("It calls {} of {} pictures of {} anomalous; the area under the ROC curve is {}", found,
					scores.length, data, String.format(Locale.ROOT, "%.3f", good.areaUnderCurve(scores)));
		}
	}

	private PictureSet open(Path data, Runnable check) {
		return PictureSet.open(PictureSettings.squares(data, this.properties.side(), CHANNELS, MEMORY), check);
	}

}
