package io.eidolon.inference.gradient;

import java.util.function.Supplier;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.gradient.Loss;
import io.eidolon.modelcard.ModelCard.ImageShape;

/** What can be asked of a generator's pictures, each with a session of its own. */
public enum GradientLoss {

	/** That they have the colours of a target where a mask says so. */
	PIXELS {

		@Override
		Loss of(ImageShape image, Supplier<OnnxGraph> features) {
			return Loss.maskedSquaredError(image.channels(), image.height(), image.width());
		}

	},

	/** The same, and that they have the edges of a sketch. */
	SKETCH {

		@Override
		Loss of(ImageShape image, Supplier<OnnxGraph> features) {
			return Loss.withSketch(image.channels(), image.height(), image.width(), range(image));
		}

	},

	/** The same as of pixels, and that they have the features of the target. */
	PERCEPTUAL {

		@Override
		Loss of(ImageShape image, Supplier<OnnxGraph> features) {
			return Loss.perceptual(features.get(), image.channels(), image.height(), image.width(), range(image));
		}

	};

	/**
	 * The loss for pictures of a shape.
	 * @param features the network of features that the model comes with
	 */
	abstract Loss of(ImageShape image, Supplier<OnnxGraph> features);

	private static float range(ImageShape image) {
		return image.range().maximum() - image.range().minimum();
	}

}
