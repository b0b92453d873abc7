package io.eidolon.training;

import java.nio.file.Path;
import java.time.Duration;

import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.data.labels.LabelSettings;
import io.eidolon.training.encoder.EncoderTraining;
import io.eidolon.training.encoder.TrainedEncoder;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainingException;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/** Trains an encoder, and puts it beside its generator. */
class EncoderTrainer implements Task {

	private static final Logger logger = LoggerFactory.getLogger(EncoderTrainer.class);

	private static final DataSize MEMORY = DataSize.ofGigabytes(2);

	private final EncoderProperties properties;

	EncoderTrainer(EncoderProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		EncoderProperties p = this.properties;
		if (p.threads() != null) {
			torch.set_num_threads(p.threads());
		}
		CanonicalModel model = CanonicalModel.read(ModelSource.of(p.model()));
		ModelCard card = model.card();
		EncoderTraining training = new EncoderTraining(p.steps(),
				(p.minutes() != null) ? Duration.ofMillis(Math.round(p.minutes() * 60_000)) : null, p.batch(),
				p.learningRate(), p.seed(), p.precision(), System::nanoTime);
		try (PictureSet pictures = (p.data() != null) ? open(p.data(), card, stop::check) : null) {
			TrainedEncoder encoder = training.train(model, card,
					(pictures != null) ? pictures.split(p.heldOut()) : null, stop);
			write(encoder, card, arguments);
			return true;
		}
	}

	private PictureSet open(Path data, ModelCard card, Runnable check) {
		PictureSet pictures = PictureSet.open(PictureSettings.of(data, card.image(), MEMORY)
			.with(new LabelSettings(this.properties.labelColumn(), this.properties.labelPattern(), card.conditional())),
				check);
		if (card.conditional() && pictures.classes().size() != card.classes().size()) {
			pictures.close();
			throw new TrainingException("%s has %s classes, but %s has %s; the pictures it was trained on are needed"
				.formatted(data, pictures.classes().size(), card.name(), card.classes().size()));
		}
		return pictures;
	}

	/** The card comes last, since it vouches for the file. */
	private void write(TrainedEncoder encoder, ModelCard card, String[] arguments) {
		Path folder = this.properties.model();
		Path file = ModelCards.writeNetwork(folder, ModelFiles.ENCODER, encoder.graph());
		ModelCard.Encoder described = encoder.asCard(String.join(" ", arguments), this.properties.seed(),
				dataName(this.properties.data()));
		ModelCards.write(folder, card.withEncoder(described, Sha256.hex(file)));
		logger.info("Wrote {} ({} kB): {}", file, encoder.graph().length / 1000, described);
	}

	private @Nullable String dataName(@Nullable Path data) {
		return (data != null && this.properties.dataName() == null) ? name(data) : this.properties.dataName();
	}

	private static String name(Path path) {
		return String.valueOf(path.toAbsolutePath().normalize().getFileName());
	}

}
