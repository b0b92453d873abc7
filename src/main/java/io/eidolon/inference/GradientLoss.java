package io.eidolon.inference;

import io.eidolon.graph.gradient.Loss;
import io.eidolon.modelcard.ModelCard.ImageShape;

/** What can be asked of a generator's pictures, each with a session of its own. */
public enum GradientLoss {

	/** That they have the colours of a target where a mask says so. */
	PIXELS {

		@Override
		Loss of(ImageShape image) {
			return Loss.maskedSquaredError(image.channels(), image.height(), image.width());
		}

	},

	/** The same, and that they have the edges of a sketch. */
	SKETCH {

		@Override
		Loss of(ImageShape image) {
			return Loss.withSketch(image.channels(), image.height(), image.width(),
					image.range().maximum() - image.range().minimum());
		}

	};

	/** The loss for pictures of a shape. */
	abstract Loss of(ImageShape image);

}
