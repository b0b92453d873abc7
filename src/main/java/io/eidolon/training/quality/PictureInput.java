package io.eidolon.training.quality;

import java.util.Arrays;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.inference.gradient.FeatureExtractor;
import org.jspecify.annotations.Nullable;

/**
 * How pictures enter a network: resized, their levels scaled to 0 to 1, then normalised.
 *
 * @param size the side in pixels
 * @param channels 1 or 3
 * @param mean (channels)
 * @param deviation (channels)
 * @param resampling how pictures are resized
 */
record PictureInput(int size, int channels, float[] mean, float[] deviation, Resampling resampling) {

	/**
	 * Finds out what a network takes.
	 * @throws QualityException when neither graph nor card says it, or when they differ
	 */
	static PictureInput of(String source, FeatureExtractor network, FeatureSpaceCard card) {
		Integer size = (card.size() != null) ? card.size() : network.side().orElse(null);
		if (size == null || network.side().filter((side) -> !side.equals(size)).isPresent()) {
			throw new QualityException("%s: size (%s) must be %s; the JSON file beside it can say so".formatted(source,
					size, network.side().map(Object::toString).orElse("the side of its pictures in pixels")));
		}
		int channels = network.channels().orElse(3);
		if (channels != 1 && channels != 3) {
			throw new QualityException("%s: channels (%s) must be 1 or 3".formatted(source, channels));
		}
		return new PictureInput(size, channels, perChannel(source, "mean", card.mean(), 0, channels),
				perChannel(source, "deviation", card.deviation(), 1, channels),
				(card.resize() != null) ? card.resize() : Resampling.BILINEAR);
	}

	private static float[] perChannel(String source, String field, @Nullable List<Double> said, double otherwise,
			int channels) {
		List<Double> values = (said != null) ? said : List.of(otherwise);
		if (values.size() != 1 && values.size() != channels) {
			throw new QualityException(
					"%s: %s (%s) must be one number, or %s".formatted(source, field, values, channels));
		}
		float[] all = new float[channels];
		for (int channel = 0; channel < channels; channel++) {
			all[channel] = values.get((values.size() == 1) ? 0 : channel).floatValue();
		}
		return all;
	}

	/** All that it does, in a line. */
	String text() {
		return "%s %s %s %s %s".formatted(this.size, this.channels, Arrays.toString(this.mean),
				Arrays.toString(this.deviation), this.resampling);
	}

	/** (pictures, channels, size, size). */
	float[] planes(List<Picture> pictures) {
		Picture first = pictures.getFirst();
		AntialiasedResize resize = new AntialiasedResize(first.width(), first.height(), this.size, this.resampling);
		int plane = this.size * this.size;
		float[] planes = new float[pictures.size() * this.channels * plane];
		for (int n = 0; n < pictures.size(); n++) {
			for (int channel = 0; channel < this.channels; channel++) {
				float[] resized = resize.resize(plane(pictures.get(n), channel));
				int offset = (n * this.channels + channel) * plane;
				for (int i = 0; i < plane; i++) {
					planes[offset + i] = (resized[i] - this.mean[channel]) / this.deviation[channel];
				}
			}
		}
		return planes;
	}

	/** One channel of a picture, from 0 to 1; grey and colour stand in for each other. */
	private float[] plane(Picture picture, int channel) {
		byte[] samples = picture.samples();
		float[] plane = new float[picture.width() * picture.height()];
		for (int i = 0; i < plane.length; i++) {
			int first = i * picture.channels();
			if (picture.channels() == 1) {
				plane[i] = (samples[first] & 0xFF) / 255f;
			}
			else if (this.channels == 3) {
				plane[i] = (samples[first + channel] & 0xFF) / 255f;
			}
			else {
				// Rec. 601 luma
				plane[i] = (0.299f * (samples[first] & 0xFF) + 0.587f * (samples[first + 1] & 0xFF)
						+ 0.114f * (samples[first + 2] & 0xFF)) / 255f;
			}
		}
		return plane;
	}

}
