package io.eidolon.training.loop;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
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
		int dimension = this.architecture.latentDimension();
		float[] z = new float[count() * dimension];
		for (int i = 0; i < count(); i++) {
			System.arraycopy(Latents.sample(new Seed(i), dimension), 0, z, i * dimension, dimension);
		}
		return z;
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
		int channels = this.architecture.channels();
		int size = this.architecture.imageSize();
		int pixels = size * size;
		List<Picture> pictures = new ArrayList<>();
		for (int n = 0; n < count(); n++) {
			byte[] samples = new byte[pixels * channels];
			for (int i = 0; i < samples.length; i++) {
				float value = images[(n * channels + i % channels) * pixels + i / channels];
				samples[i] = (byte) Math.clamp(Math.round((value + 1) * 127.5f), 0, 255);
			}
			pictures.add(new Picture(size, size, channels, samples));
		}
		return Picture.grid(pictures, this.columns);
	}

}
