package io.eidolon.training.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.training.data.PictureSet;

/**
 * The evaluation of a model: its metrics, and whether it repeats its training pictures.
 *
 * @param quality the metrics
 * @param baseline the same metrics of training pictures in the place of generated ones,
 * which no generator is expected to beat
 * @param sampleDistance the median distance of a sample to the nearest training picture
 * @param heldOutDistance the same of a held-out picture; a model that repeats training
 * pictures comes far closer to them than other real pictures do
 * @param neighbours rows of {@value #COLUMNS}: the samples that come closest to a
 * training picture, each followed by the training pictures nearest to it
 */
public record EvaluationReport(Quality quality, Quality baseline, double sampleDistance, double heldOutDistance,
		Picture neighbours) {

	/** The pictures in a row: a sample, and its neighbours. */
	static final int COLUMNS = 7;

	/** The rows. */
	static final int ROWS = 8;

	/**
	 * Measures a model.
	 * @param measure the pictures to measure against
	 * @param training its training pictures
	 * @param cache the folder in which features of real pictures are kept
	 */
	public static EvaluationReport of(QualityMeasure measure, FeatureSpace space, Sampler sampler, PictureSet training,
			Path cache) {
		List<Picture> samples = sampler.pictures(measure.labels());
		Features generated = space.features(samples);
		Features known = space.features(QualityMeasure.all(training), cache);
		int k = Math.min(COLUMNS - 1, known.count());
		Neighbours nearest = Neighbours.of(generated, known, k);
		Neighbours ofHeldOut = Neighbours.of(measure.real(), known, 1);
		return new EvaluationReport(measure.measure(generated), measure.measure(known.spread(samples.size())),
				nearest.medianDistance(), ofHeldOut.medianDistance(), grid(samples, nearest, training));
	}

	private static Picture grid(List<Picture> samples, Neighbours nearest, PictureSet training) {
		List<Picture> cells = new ArrayList<>();
		IntStream.range(0, samples.size())
			.boxed()
			.sorted(Comparator.comparingDouble(nearest::distance))
			.limit(ROWS)
			.forEach((sample) -> {
				cells.add(samples.get(sample));
				for (int index : nearest.of(sample)) {
					cells.add(training.example(index).picture());
				}
			});
		return Picture.grid(cells, nearest.k() + 1);
	}

}
