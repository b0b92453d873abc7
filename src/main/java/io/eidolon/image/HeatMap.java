package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A map of values as a PNG to lay over a picture: from transparent to red. */
public final class HeatMap {

	private static final int LEVELS = 256;

	private HeatMap() {
	}

	/**
	 * Encodes a map over the centre of a picture, in the picture's size. Around its
	 * square it is transparent.
	 * @param width pixels of the picture
	 * @param height pixels of the picture
	 * @param places of a side of the map
	 * @param opacity (places, places), each from 0 to 1; between places it is linear
	 */
	public static byte[] png(int width, int height, int places, float[] opacity) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours());
		byte[] levels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		int side = Math.min(width, height);
		int left = (width - side) / 2;
		int top = (height - side) / 2;
		float step = (float) places / side;
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				float value = at(opacity, places, (x + 0.5f) * step - 0.5f, (y + 0.5f) * step - 0.5f);
				levels[(top + y) * width + left + x] = (byte) Math.round((LEVELS - 1) * Math.clamp(value, 0f, 1f));
			}
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			ImageIO.write(image, "png", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static float at(float[] map, int places, float x, float y) {
		float column = Math.clamp(x, 0f, places - 1f);
		float row = Math.clamp(y, 0f, places - 1f);
		int left = (int) column;
		int above = (int) row;
		int right = Math.min(left + 1, places - 1);
		int below = Math.min(above + 1, places - 1);
		float upper = mix(map[above * places + left], map[above * places + right], column - left);
		float lower = mix(map[below * places + left], map[below * places + right], column - left);
		return mix(upper, lower, row - above);
	}

	private static float mix(float from, float to, float share) {
		return from + share * (to - from);
	}

	private static IndexColorModel colours() {
		byte[] red = new byte[LEVELS];
		byte[] none = new byte[LEVELS];
		byte[] alpha = new byte[LEVELS];
		for (int i = 0; i < LEVELS; i++) {
			red[i] = (byte) (LEVELS - 1);
			alpha[i] = (byte) i;
		}
		return new IndexColorModel(Byte.SIZE, LEVELS, red, none, none, alpha);
	}

}
