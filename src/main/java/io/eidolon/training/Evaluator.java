package io.eidolon.training;

import java.nio.file.Path;

import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.data.labels.LabelSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.quality.ClassificationScore;
import io.eidolon.training.quality.EvaluationReport;
import io.eidolon.training.quality.QualitySpace;
import io.eidolon.training.quality.ModelPage;
import io.eidolon.training.quality.QualityMeasure;
import io.eidolon.training.quality.Sampler;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/** Evaluates an exported model: the metrics go into its card, and onto its page. */
class Evaluator implements Task {

	private static final Logger logger = LoggerFactory.getLogger(Evaluator.class);

	/** How often a classifier sees each picture. */
	private static final int EPOCHS = 5;

	private static final DataSize MEMORY = DataSize.ofGigabytes(2);

	private final EvaluationProperties properties;

	Evaluator(EvaluationProperties properties) {
		this.properties = properties;
	}

	@Override
	public boolean run(String[] arguments, StopRequest stop) {
		ModelCard card = ModelCards.read(this.properties.model());
		ModelCards.verifyFiles(this.properties.model(), card);
		if (this.properties.classify() != null && !card.conditional()) {
			throw new TrainingException(
					"%s has no classes, which eidolon.evaluation.classify is about".formatted(card.name()));
		}
		try (PictureSet pictures = open(this.properties.data(), card, stop::check);
				QualitySpace space = QualitySpace.open(this.properties.features(), threads(), stop);
				QualitySpace quick = QualitySpace.open(QualitySpace.QUICK, threads(), stop);
				GeneratorSession session = GeneratorSession.open(this.properties.model().resolve(ModelFiles.GRAPH))) {
			if (card.conditional() && pictures.classes().size() != card.classes().size()) {
				throw new TrainingException("%s has %s classes, but %s has %s; its training pictures are needed"
					.formatted(this.properties.data(), pictures.classes().size(), card.name(), card.classes().size()));
			}
			PictureSet.Split split = pictures.split(this.properties.heldOut());
			boolean heldOut = card.data() != null && card.data().pictures() == split.training().size();
			logger.info("Measuring {} in {} features, against pictures that it {}", card.name(), space.name(),
					heldOut ? "has not seen" : "has seen in training");
			QualityMeasure measure = new QualityMeasure(space, split.heldOut(), heldOut, this.properties.pictures(),
					this.properties.cache());
			Sampler sampler = Sampler.of(card, session);
			EvaluationReport report = EvaluationReport.of(measure, quick, sampler, split.training(),
					this.properties.cache(), classification(card, sampler, split.training(), stop));
			ModelCard measured = card.withQuality(report.quality());
			ModelCards.write(this.properties.model(), measured);
			new ModelPage(this.properties.pages(), this.properties.model(), this.properties.run(),
					this.properties.showTrainingPictures())
				.write(measured, report);
			logger.info("{}", report.quality());
			return true;
		}
	}

	private @Nullable ClassificationScore classification(ModelCard card, Sampler sampler, PictureSet training,
			StopRequest stop) {
		Path classify = this.properties.classify();
		if (classify == null) {
			return null;
		}
		try (PictureSet test = open(classify, card, stop::check)) {
			if (!test.classes().equals(training.classes())) {
				throw new TrainingException("%s has the classes %s, and %s has %s".formatted(classify, test.classes(),
						this.properties.data(), training.classes()));
			}
			ClassificationScore score = ClassificationScore.of(sampler, training, test,
					this.properties.classifyPictures(), EPOCHS, stop);
			logger.info("{}", score);
			return score;
		}
	}

	private int threads() {
		Integer threads = this.properties.threads();
		if (threads == null) {
			return Runtime.getRuntime().availableProcessors();
		}
		torch.set_num_threads(threads);
		return threads;
	}

	private PictureSet open(Path data, ModelCard card, Runnable check) {
		return PictureSet.open(PictureSettings.of(data, card.image(), MEMORY)
			.with(new LabelSettings(this.properties.labelColumn(), this.properties.labelPattern(), card.conditional())),
				check);
	}

}
