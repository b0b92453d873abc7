package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Turns any decoded picture into one that a network takes or makes: alpha over a
 * background, the centre cropped to the network's proportions, each new pixel the mean of
 * the area it covers, or where a picture becomes much larger, interpolated.
 *
 * @param width pixels
 * @param height pixels
 * @param channels 1 for grey, 3 for red, green and blue
 * @param ground what the picture lies on
 * @param smooth whether small pictures are interpolated; the edges of masks stay sharp
 */
public record PictureDecoder(int width, int height, int channels, Ground ground, boolean smooth) {

	private static final int OPAQUE = 255;

	/** A decoder to pictures, which show white where they are transparent. */
	public static PictureDecoder overWhite(int width, int height, int channels) {
		return new PictureDecoder(width, height, channels, Ground.WHITE, true);
	}

	/** A decoder to masks, which are black where they are transparent. */
	public static PictureDecoder overBlack(int width, int height) {
		return new PictureDecoder(width, height, 1, Ground.BLACK, false);
	}

	/** A decoder to how opaque pictures are, from 0 to 255, whatever their colours. */
	public static PictureDecoder opacity(int width, int height) {
		return new PictureDecoder(width, height, 1, Ground.NONE, false);
	}

	/** Decodes a picture that stands upright, in sRGB. */
	public Picture decode(BufferedImage image) {
		return decode(image, Orientation.UPRIGHT, null, () -> false);
	}

	/**
	 * Decodes a picture as it is stored.
	 * @param profile what its colours mean, null for sRGB
	 * @param cancelled whether nobody waits for it any more
	 * @throws CancellationException when nobody does
	 */
	Picture decode(BufferedImage stored, Orientation orientation, @Nullable ColourProfile profile,
			BooleanSupplier cancelled) {
		boolean transposed = orientation.transposed();
		Part upright = Part.centred(transposed ? stored.getHeight() : stored.getWidth(),
				transposed ? stored.getWidth() : stored.getHeight(), this.width, this.height);
		Part part = orientation.stored(upright, stored.getWidth(), stored.getHeight());
		int toWidth = transposed ? this.height : this.width;
		int toHeight = transposed ? this.width : this.height;
		PictureResize resized = new PictureResize(weights(part.width(), toWidth), weights(part.height(), toHeight),
				this.channels);
		StoredColours colours = new StoredColours(stored, profile);
		byte[] rgba = new byte[4 * part.width()];
		float[] row = new float[this.channels * part.width()];
		for (int y = 0; y < part.height(); y++) {
			if (cancelled.getAsBoolean()) {
				throw new CancellationException("Nobody waits for the picture any more");
			}
			colours.row(part.left(), part.top() + y, part.width(), rgba);
			overBackground(rgba, row);
			resized.add(row);
		}
		return orientation.upright(new Picture(toWidth, toHeight, this.channels, samples(resized.result())));
	}

	private AxisWeights weights(int from, int to) {
		return this.smooth ? AxisWeights.smooth(from, to) : AxisWeights.byArea(from, to);
	}

	private void overBackground(byte[] rgba, float[] row) {
		for (int x = 0; x < rgba.length / 4; x++) {
			int alpha = rgba[4 * x + 3] & 0xFF;
			int rgb = 0;
			for (int channel = 0; channel < 3; channel++) {
				rgb = rgb << 8 | this.ground.under(rgba[4 * x + channel] & 0xFF, alpha);
			}
			for (int channel = 0; channel < this.channels; channel++) {
				row[x * this.channels + channel] = (this.channels == 1) ? Luma.of(rgb)
						: (rgb >> (16 - 8 * channel)) & 0xFF;
			}
		}
	}

	private static byte[] samples(double[] levels) {
		byte[] samples = new byte[levels.length];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (byte) Math.clamp(Math.round((float) levels[i]), 0, 255);
		}
		return samples;
	}

	/** What a picture lies on. */
	enum Ground {

		BLACK {

			@Override
			int under(int level, int alpha) {
				return (alpha * level + OPAQUE / 2) / OPAQUE;
			}

		},

		WHITE {

			@Override
			int under(int level, int alpha) {
				return (alpha * level + (OPAQUE - alpha) * OPAQUE + OPAQUE / 2) / OPAQUE;
			}

		},

		/** Alpha alone is seen. */
		NONE {

			@Override
			int under(int level, int alpha) {
				return alpha;
			}

		};

		/** The level that is seen. */
		abstract int under(int level, int alpha);

	}

}
