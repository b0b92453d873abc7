package io.eidolon.training.quality;

import java.nio.file.Path;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.training.data.PictureSet;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of a model: its metrics, and whether it repeats its training pictures.
 *
 * @param quality the metrics
 * @param baseline the same metrics of training pictures in the place of generated ones,
 * which no generator is expected to beat
 * @param memorisation how near samples come to training pictures
 * @param classification what a classifier learns from generated pictures, or null where
 * that was not asked for
 */
public record EvaluationReport(Quality quality, Quality baseline, Memorisation memorisation,
		@Nullable ClassificationScore classification) {

	/**
	 * Evaluates a model.
	 * @param measure the pictures to compare with
	 * @param quick the space to search all training pictures in
	 * @param training its training pictures
	 * @param cache the folder in which features of real pictures are kept
	 * @param classification what a classifier learns from generated pictures, or null
	 */
	public static EvaluationReport of(QualityMeasure measure, QualitySpace quick, Sampler sampler, PictureSet training,
			Path cache, @Nullable ClassificationScore classification) {
		List<Picture> samples = sampler.pictures(measure.labels());
		List<Picture> inTheirPlace = QualityMeasure.some(training, Math.min(samples.size(), training.positions()));
		return new EvaluationReport(measure.measure(samples), measure.measureReal(inTheirPlace, cache),
				Memorisation.of(quick, samples, measure.pictures(), training, cache), classification);
	}

}
