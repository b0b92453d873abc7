package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.anomaly.GoodScores;
import io.eidolon.training.anomaly.MemoryTraining;
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
		MemoryTraining training = new MemoryTraining(p.side(), p.patches(), p.seed());
		try (PictureSet pictures = open(p.data(), stop::check)) {
			PictureSet.Split good = pictures.split(p.heldOut());
			byte[] memory = training.train(good.training(), stop::check);
			GoodScores scores = GoodScores.of(training.scores(memory, good.heldOut(), stop::check));
			DetectorCard card = new DetectorCard(DetectorMethod.MEMORY, p.side(), training.places(),
					MemoryTraining.AVERAGED, scores.threshold(p.falseAlarmRate()), p.falseAlarmRate(), scores.spread(),
					good.training().size(), good.heldOut().size(),
					String.valueOf(p.data().toAbsolutePath().normalize().getFileName()), String.join(" ", arguments),
					Sha256.hex(memory));
			Path folder = DetectorFiles.folder(p.output(), p.name());
			DetectorFiles.write(folder, card, memory);
			logger.info("Wrote {} ({} kB): {}", folder, memory.length / 1000, card);
			if (p.test() != null) {
				test(p.test(), training, memory, scores, card, stop::check);
			}
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void test(Path data, MemoryTraining training, byte[] memory, GoodScores good, DetectorCard card,
			Runnable check) {
		try (PictureSet pictures = open(data, check)) {
			double[] scores = training.scores(memory, pictures, check);
			long found = Arrays.stream(scores).filter((score) -> score > card.threshold()).count();
			logger.info("It calls {} of {} pictures of {} anomalous; the area under the ROC curve is {}", found,
					scores.length, data, String.format(Locale.ROOT, "%.3f", good.areaUnderCurve(scores)));
		}
	}

	private PictureSet open(Path data, Runnable check) {
		return PictureSet.open(PictureSettings.squares(data, this.properties.side(), CHANNELS, MEMORY), check);
	}

}
