package io.eidolon.training.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.training.data.PictureSet;

/**
 * What was found out about a model: figures, and whether it repeats the pictures that it
 * learned from.
 *
 * @param quality the figures
 * @param yardstick the same figures with training pictures in the place of drawn ones,
 * which no generator is expected to beat
 * @param sampleDistance the median distance of a sample to the nearest training picture
 * @param heldOutDistance the same of a held-out picture; a model that repeats training
 * pictures comes far closer to them than other real pictures do
 * @param neighbours rows of {@value #COLUMNS}: the samples that come closest to a
 * training picture, each followed by the training pictures nearest to it
 */
public record Findings(Quality quality, Quality yardstick, double sampleDistance, double heldOutDistance,
		Picture neighbours) {

	/** The pictures in a row: a sample, and its neighbours. */
	static final int COLUMNS = 7;

	/** The rows. */
	static final int ROWS = 8;

	/**
	 * Measures a model.
	 * @param measure holds the pictures to measure against
	 * @param training the pictures that it learned from
	 */
	public static Findings of(QualityMeasure measure, FeatureSpace space, Sampler sampler, PictureSet training) {
		List<Picture> samples = sampler.pictures(measure.labels());
		Features drawn = space.features(samples);
		Features learned = space.features(QualityMeasure.all(training));
		int k = Math.min(COLUMNS - 1, learned.count());
		Neighbours nearest = Neighbours.of(drawn, learned, k);
		Neighbours ofHeldOut = Neighbours.of(measure.real(), learned, 1);
		return new Findings(measure.measure(drawn), measure.measure(learned.spread(samples.size())),
				nearest.medianDistance(), ofHeldOut.medianDistance(), draw(samples, nearest, training));
	}

	private static Picture draw(List<Picture> samples, Neighbours nearest, PictureSet training) {
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
