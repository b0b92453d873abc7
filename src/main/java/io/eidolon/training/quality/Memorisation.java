package io.eidolon.training.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.training.data.PictureSet;

/**
 * How near samples come to training pictures. All of those are searched, so that the
 * space should be a quick one.
 *
 * @param features the name of the space
 * @param training the number of training pictures
 * @param sampleDistance the median distance of a sample to the nearest training picture
 * @param heldOutDistance the same of a held-out picture; a model that repeats training
 * pictures comes far closer to them than other real pictures do
 * @param neighbours rows of {@value #COLUMNS}: the samples that come closest to a
 * training picture, each followed by the training pictures nearest to it
 */
public record Memorisation(String features, int training, double sampleDistance, double heldOutDistance,
		Picture neighbours) {

	/** The pictures in a row: a sample, and its neighbours. */
	static final int COLUMNS = 7;

	/** The rows. */
	static final int ROWS = 8;

	static Memorisation of(QualitySpace space, List<Picture> samples, List<Picture> heldOut, PictureSet training,
			Path cache) {
		Features known = space.features(QualityMeasure.all(training), cache);
		Neighbours nearest = Neighbours.of(space.features(samples), known, Math.min(COLUMNS - 1, known.count()));
		Neighbours ofHeldOut = Neighbours.of(space.features(heldOut, cache), known, 1);
		return new Memorisation(space.name(), known.count(), nearest.medianDistance(), ofHeldOut.medianDistance(),
				grid(samples, nearest, training));
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
