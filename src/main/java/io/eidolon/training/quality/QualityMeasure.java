package io.eidolon.training.quality;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.training.data.PictureSet;

/**
 * Compares generated pictures with real ones in a feature space. The real ones are
 * described once.
 */
public final class QualityMeasure {

	private final QualitySpace space;

	private final List<Picture> pictures;

	private final Features real;

	private final long[] labels; // (samples)

	private final boolean heldOut;

	/**
	 * Describes the real pictures.
	 * @param space the feature space, which its owner keeps open
	 * @param pictures the real ones; of more than the samples, that many are taken,
	 * spread over the set
	 * @param heldOut whether they were kept from training
	 * @param samples how many pictures are generated each time; their labels are those of
	 * the real ones in turn
	 * @param cache the folder in which features of real pictures are kept
	 * @throws QualityException when there are too few pictures
	 */
	public QualityMeasure(QualitySpace space, PictureSet pictures, boolean heldOut, int samples, Path cache) {
		int count = Math.min(samples, pictures.positions());
		if (count <= DensityCoverage.K) {
			throw new QualityException("Quality of %s samples against %s pictures cannot be measured; of both, "
				.formatted(samples, pictures.positions()) + "at least %s are needed".formatted(DensityCoverage.K + 1));
		}
		this.space = space;
		this.heldOut = heldOut;
		this.pictures = some(pictures, count);
		this.real = space.features(this.pictures, cache);
		this.labels = new long[samples];
		for (int i = 0; i < samples; i++) {
			this.labels[i] = pictures.example(spread(i % count, count, pictures)).label();
		}
	}

	/** All pictures of a set, each read when it is asked for. */
	static List<Picture> all(PictureSet pictures) {
		return some(pictures, pictures.positions());
	}

	/** Some pictures, spread over a set. */
	static List<Picture> some(PictureSet pictures, int count) {
		return new AbstractList<>() {

			@Override
			public Picture get(int index) {
				return pictures.example(spread(index, count, pictures)).picture();
			}

			@Override
			public int size() {
				return count;
			}

		};
	}

	// Files often stand in the order of their classes.
	private static int spread(int index, int count, PictureSet pictures) {
		return (int) ((long) index * pictures.positions() / count);
	}

	/** The name of the feature space. */
	public String features() {
		return this.space.name();
	}

	/** The labels of the samples, (samples). */
	long[] labels() {
		return this.labels;
	}

	/** The real pictures, each read when it is asked for. */
	List<Picture> pictures() {
		return this.pictures;
	}

	/** Generates pictures, describes and measures them. */
	public Quality measure(Sampler sampler) {
		return measure(sampler.pictures(this.labels));
	}

	Quality measure(List<Picture> generated) {
		return measure(this.space.features(generated));
	}

	/** Measures real pictures in the place of generated ones. */
	Quality measureReal(List<Picture> others, Path cache) {
		return measure(this.space.features(others, cache));
	}

	private Quality measure(Features generated) {
		// Balls of a larger set are smaller, so both sets are cut to one size.
		Features asMany = generated.spread(this.real.count());
		PrecisionRecall shares = PrecisionRecall.of(this.real, asMany);
		DensityCoverage density = DensityCoverage.of(this.real, asMany);
		return new Quality(this.space.name(), this.space.sha256(), generated.count(), this.real.count(), this.heldOut,
				round(FrechetDistance.of(this.real, generated)), round(KernelDistance.of(this.real, generated)),
				round(shares.precision()), round(shares.recall()), round(density.density()), round(density.coverage()));
	}

	// More digits than these are noise.
	private static double round(double value) {
		return Math.round(value * 1e6) / 1e6;
	}

}
