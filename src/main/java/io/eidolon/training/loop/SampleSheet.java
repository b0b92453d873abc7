package io.eidolon.training.loop;

import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.image.Picture;
import io.eidolon.inference.plan.Levels;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.training.network.Architecture;

/**
 * The latents that stand for a model: the pictures of the first seeds, for a
 * class-conditional one a column per class. The same ones at every step, so that a person
 * sees how they change, and the same that the server draws for these seeds.
 */
public final class SampleSheet {

	private static final int ROWS = 8;

	private static final int MAX_COLUMNS = 10;

	private final Architecture architecture;

	private final int columns;

	/** Lays out the sheet for a generator. */
	public SampleSheet(Architecture architecture) {
		this.architecture = architecture;
		this.columns = architecture.conditional() ? Math.min(MAX_COLUMNS, architecture.classes()) : ROWS;
	}

	/** The number of pictures. */
	public int count() {
		return ROWS * this.columns;
	}

	/** The latents, (count, latentDimension). */
	public float[] latents() {
		return Latents.sample(new Seed(0), count(), this.architecture.latentDimension());
	}

	/** The labels, (count), 0 for a generator that takes none. */
	public long[] labels() {
		long[] labels = new long[count()];
		for (int i = 0; i < labels.length; i++) {
			labels[i] = this.architecture.conditional() ? i % this.columns : 0;
		}
		return labels;
	}

	/**
	 * Puts pictures on the sheet.
	 * @param images (count, channels, size, size) in [-1, 1]
	 */
	public Picture draw(float[] images) {
		ImageShape shape = this.architecture.imageShape();
		Levels levels = new Levels(shape);
		List<Picture> pictures = IntStream.range(0, count())
			.mapToObj((i) -> new Picture(shape.width(), shape.height(), shape.channels(), levels.samples(images, i)))
			.toList();
		return Picture.grid(pictures, this.columns);
	}

}
