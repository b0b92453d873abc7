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
 * class-conditional one a column per class, for one that reads captions a column without
 * and one for each of some captions. The same ones at every step, so that a person sees
 * how they change, and the same that the server generates for these seeds.
 */
public final class SampleSheet {

	private static final int ROWS = 8;

	private static final int COLUMNS = 8;

	private static final int MAX_COLUMNS = 10;

	private final Architecture architecture;

	private final int columns;

	private final float[] sentences;

	/** Lays out the sheet for a generator, without captions. */
	public SampleSheet(Architecture architecture) {
		this(architecture, new float[0]);
	}

	/**
	 * Lays out the sheet for a generator.
	 * @param sentences (any, 384) the embeddings of captions
	 */
	public SampleSheet(Architecture architecture, float[] sentences) {
		this.architecture = architecture;
		this.sentences = sentences;
		this.columns = architecture.conditional() ? columns(architecture.classes()) : COLUMNS;
	}

	/** Few classes have several columns each, in turn. */
	private static int columns(int classes) {
		return Math.min(MAX_COLUMNS, classes * Math.max(1, COLUMNS / classes));
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
			labels[i] = this.architecture.conditional() ? i % this.columns % this.architecture.classes() : 0;
		}
		return labels;
	}

	/** The captions, one for each column but the first, as far as there are any. */
	public Captions captions() {
		Captions captions = Captions.none(count());
		int known = Math.min(this.columns - 1, this.sentences.length / Captions.LENGTH);
		for (int i = 0; i < count(); i++) {
			int caption = i % this.columns - 1;
			if (0 <= caption && caption < known) {
				captions.strengths()[i] = 1;
				System.arraycopy(this.sentences, caption * Captions.LENGTH, captions.sentences(), i * Captions.LENGTH,
						Captions.LENGTH);
			}
		}
		return captions;
	}

	/**
	 * The captions that the server generates pictures of the same seeds by, where nothing
	 * is asked for in words.
	 * @param ofSeeds (any, 384) the embeddings of what seeds stand for, in turn
	 */
	public Captions captions(float[][] ofSeeds) {
		return Captions.ofSeeds(ofSeeds, 0, count());
	}

	/**
	 * Puts pictures on the sheet.
	 * @param images (count, channels, height, width) in [-1, 1]
	 */
	public Picture grid(float[] images) {
		ImageShape shape = this.architecture.imageShape();
		Levels levels = new Levels(shape);
		List<Picture> pictures = IntStream.range(0, count())
			.mapToObj((i) -> new Picture(shape.width(), shape.height(), shape.channels(), levels.samples(images, i)))
			.toList();
		return Picture.grid(pictures, this.columns);
	}

}
