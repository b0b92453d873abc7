package io.eidolon.modelcard;

import io.eidolon.modelcard.ModelCard.ImageShape;

/** Images as the networks of a model take them. */
public final class ImagePlanes {

	private static final float LEVELS = 255;

	private ImagePlanes() {
	}

	/**
	 * Turns an image into what networks take.
	 * @param levels bytes of shape (height, width, channels)
	 * @return values in the range of the shape, (channels, height, width)
	 */
	public static float[] of(byte[] levels, ImageShape shape) {
		int plane = shape.width() * shape.height();
		float width = shape.range().maximum() - shape.range().minimum();
		float[] planes = new float[shape.channels() * plane];
		for (int i = 0; i < planes.length; i++) {
			int level = levels[i % plane * shape.channels() + i / plane] & 0xFF;
			planes[i] = shape.range().minimum() + level / LEVELS * width;
		}
		return planes;
	}

}
