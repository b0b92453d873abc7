package io.eidolon.inference.plan;

import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * Turns a generator's output into 8-bit samples: v becomes 255 (v - minimum) / (maximum -
 * minimum), rounded to the nearest level. What lies beyond the range is clamped to it,
 * and what is not a number becomes black.
 *
 * @param shape the shape and range of one picture
 */
public record Levels(ImageShape shape) {

	/**
	 * Converts one picture of a batch.
	 * @param images the batch, of shape (count, channels, height, width)
	 * @param index which picture
	 * @return its samples, of shape (height, width, channels)
	 */
	public byte[] samples(float[] images, int index) {
		int channels = this.shape.channels();
		int plane = this.shape.height() * this.shape.width();
		float minimum = this.shape.range().minimum();
		float scale = 255 / (this.shape.range().maximum() - minimum);
		byte[] samples = new byte[plane * channels];
		for (int channel = 0; channel < channels; channel++) {
			int start = (index * channels + channel) * plane;
			for (int pixel = 0; pixel < plane; pixel++) {
				int level = (int) (scale * (images[start + pixel] - minimum) + 0.5f);
				samples[pixel * channels + channel] = (byte) Math.clamp(level, 0, 255);
			}
		}
		return samples;
	}

	/** How many values the output for so many pictures holds. */
	int size(int count) {
		return count * this.shape.channels() * this.shape.height() * this.shape.width();
	}

}
