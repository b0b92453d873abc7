package io.eidolon.training;

import java.nio.file.Path;
import java.util.Map;

import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Recognition;
import io.eidolon.modelcard.Sha256;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.training.data.CaptionSet;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.sentences.SentenceTraining;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/** Trains a network that reads pictures, and puts it beside a generator. */
class SentencesTrainer implements Task {

	private static final Logger logger = LoggerFactory.getLogger(SentencesTrainer.class);

	private static final DataSize MEMORY = DataSize.ofGigabytes(2);

	private final SentencesProperties properties;

	SentencesTrainer(SentencesProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		SentencesProperties p = this.properties;
		ModelCard card = CanonicalModel.read(ModelSource.of(p.model())).card();
		try (PictureSet pictures = PictureSet.open(PictureSettings.of(p.data(), card.image(), MEMORY).keptIn(p.cache()),
				stop::check)) {
			CaptionSet captions = CaptionSet.read(pictures, p.captions(), p.captionColumn(), TextReading.WHOLE,
					SentenceEncoder::open, p.cache());
			SentenceTraining.Trained trained = new SentenceTraining(card.image(), captions, p.pictures(), stop::check)
				.train(pictures.split(p.heldOut()));
			write(trained, card, String.join(" ", arguments));
			return true;
		}
	}

	/** The card comes last, since it vouches for the file. */
	private void write(SentenceTraining.Trained trained, ModelCard card, String command) {
		Path folder = this.properties.model();
		Path file = ModelCards.writeNetwork(folder, ModelFiles.SENTENCES, trained.graph());
		String data = (this.properties.dataName() != null) ? this.properties.dataName() : name(this.properties.data());
		Recognition.Sentences described = new Recognition.Sentences(SentenceEncoder.NAME, SentenceEncoder.SHA256, data,
				trained.pictures(), trained.heldOut(), trained.foundCaptions(), command);
		ModelCards.write(folder, card.withRecognition(Recognition.with(card.recognition(), described),
				Map.of(ModelFiles.SENTENCES, Sha256.hex(file))));
		logger.info("Wrote {} ({} kB): {}", file, trained.graph().length / 1000, described);
	}

	private static String name(Path path) {
		return String.valueOf(path.toAbsolutePath().normalize().getFileName());
	}

}
