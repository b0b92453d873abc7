package io.eidolon.projection;

import java.util.Arrays;
import java.util.Map;

import io.eidolon.graph.gradient.Loss;
import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.UploadedImage;

/**
 * The image that a model is to generate: upright, its centre cropped to the model's
 * proportions, in the model's size and colours.
 *
 * @param picture its pixels
 * @param image the image in the generator's range, (channels, height, width)
 */
record TargetImage(Picture picture, float[] image) {

	/**
	 * Reads a file, as {@link UploadedImage} does.
	 * @param most pixels that a picture may have
	 * @param context the request
	 * @throws io.eidolon.serving.InvalidParameterException when it is no picture, or too
	 * large a one
	 */
	static TargetImage read(byte[] bytes, ImageShape shape, long most, RequestContext context) {
		UploadedImage read = UploadedImage.read("picture", bytes, shape, most, context);
		return new TargetImage(read.picture(), read.image());
	}

	/** The inputs of the loss, which ask images to be like it. */
	Map<String, float[]> asked() {
		float[] everywhere = new float[this.picture.width() * this.picture.height()];
		Arrays.fill(everywhere, 1);
		return Map.of(Loss.TARGET, this.image, Loss.MASK, everywhere);
	}

}
