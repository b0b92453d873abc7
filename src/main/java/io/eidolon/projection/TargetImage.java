package io.eidolon.projection;

import java.util.Arrays;
import java.util.Map;

import io.eidolon.graph.gradient.Loss;
import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.UploadedImage;
import org.jspecify.annotations.Nullable;

/**
 * The image that a model is to generate: upright, its centre cropped to the model's
 * proportions, in the model's size and colours.
 *
 * @param picture its pixels
 * @param image the image in the generator's range, (channels, height, width)
 * @param kept how much each pixel is asked for, (height, width), between 0 and 1
 */
record TargetImage(Picture picture, float[] image, float[] kept) {

	/**
	 * Reads files, as {@link UploadedImage} does.
	 * @param mask what is kept, null for everything
	 * @param most pixels that a picture may have
	 * @param context the request
	 * @throws io.eidolon.serving.InvalidParameterException when one is no picture, or too
	 * large a one, or they are not of one size
	 */
	static TargetImage read(byte[] bytes, byte @Nullable [] mask, ImageShape shape, long most, RequestContext context) {
		UploadedImage read = UploadedImage.read("picture", bytes, shape, most, context);
		return new TargetImage(read.picture(), read.image(),
				(mask != null) ? read.mask("mask", mask, context) : everywhere(shape));
	}

	private static float[] everywhere(ImageShape shape) {
		float[] everywhere = new float[shape.width() * shape.height()];
		Arrays.fill(everywhere, 1);
		return everywhere;
	}

	/** The inputs of the loss, which ask images to be like it. */
	Map<String, float[]> asked() {
		return Map.of(Loss.TARGET, this.image, Loss.MASK, this.kept);
	}

	/** Puts what is kept of it over an image that was generated. */
	byte[] over(byte[] generated) {
		byte[] samples = generated.clone();
		for (int i = 0; i < samples.length; i++) {
			float share = this.kept[i / this.picture.channels()];
			samples[i] = (byte) Math
				.round(share * (this.picture.samples()[i] & 0xFF) + (1 - share) * (generated[i] & 0xFF));
		}
		return samples;
	}

}
