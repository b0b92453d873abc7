package io.eidolon.serving;

import java.util.List;

import io.eidolon.modelcard.ModelCard;

/**
 * One encoded file: an image, a grid of images, or an animation.
 *
 * @param card the model that generated it
 * @param samples what its images were generated from
 * @param data its encoded bytes
 */
public record GeneratedImage(ModelCard card, List<Sample> samples, byte[] data) implements Answer {

	@Override
	public long bytes() {
		return this.data.length + Answer.bytes(this.samples);
	}

}
