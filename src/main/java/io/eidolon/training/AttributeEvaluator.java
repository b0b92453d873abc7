package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.training.attributes.AttributeClassifier;
import io.eidolon.training.attributes.AttributeReport;
import io.eidolon.training.attributes.PromptAgreement;
import io.eidolon.training.data.AttributeTable;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainingException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/** Measures how well a model that takes prompts follows them. */
class AttributeEvaluator implements Task {

	private static final Logger logger = LoggerFactory.getLogger(AttributeEvaluator.class);

	private static final DataSize MEMORY = DataSize.ofGigabytes(4);

	private static final int CHANNELS = 3;

	private final AttributeProperties properties;

	AttributeEvaluator(AttributeProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		AttributeProperties p = this.properties;
		if (p.threads() != null) {
			torch.set_num_threads(p.threads());
		}
		ModelCard card = (p.model() != null) ? card(p.model()) : null;
		ImageShape shape = (card != null) ? card.image()
				: new ImageShape(p.imageSize(), p.imageSize(), CHANNELS, ValueRange.TANH);
		try (PictureSet pictures = PictureSet.open(PictureSettings.of(p.data(), shape, MEMORY).keptIn(p.cache()),
				stop::check); PointerScope _ = new PointerScope()) {
			AttributeTable table = AttributeTable.read(pictures, p.captions(), p.captionColumn(), p.columns());
			PictureSet.Split split = pictures.split(p.heldOut());
			AttributeClassifier classifier = AttributeClassifier.train(split.training(), table, p.epochs(), p.seed(),
					stop);
			PromptAgreement agreement = new PromptAgreement(classifier, table, p.prompts());
			write(measure(agreement, split.heldOut(), card, stop));
			return true;
		}
	}

	private static ModelCard card(Path model) {
		ModelCard card = ModelCards.read(model);
		ModelCards.verifyFiles(model, card);
		if (card.text() == null) {
			throw new TrainingException("%s takes no prompts".formatted(model));
		}
		return card;
	}

	private AttributeReport measure(PromptAgreement agreement, PictureSet heldOut, @Nullable ModelCard card,
			StopRequest stop) {
		if (this.properties.model() == null || card == null) {
			return agreement.measure(heldOut, null);
		}
		try (GeneratorSession session = GeneratorSession.open(this.properties.model().resolve(ModelFiles.GRAPH));
				SentenceEncoder encoder = SentenceEncoder.open()) {
			return agreement.measure(heldOut, new PromptedModel(card, session, encoder, stop));
		}
	}

	private void write(AttributeReport report) {
		logger.info("Attributes of captions and, by a classifier, of pictures:\n{}", report.table());
		if (this.properties.page() != null) {
			try {
				Files.writeString(this.properties.page(), report.table());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
