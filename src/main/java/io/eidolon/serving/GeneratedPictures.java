package io.eidolon.serving;

import java.util.List;

import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.modelcard.ModelCard;

/**
 * Images, each encoded by itself.
 *
 * @param card the model that generated them
 * @param plan how it computed them
 * @param pictures the images in the order of the request
 */
public record GeneratedPictures(ModelCard card, ExecutionPlan plan, List<GeneratedPicture> pictures) implements Answer {

	@Override
	public long bytes() {
		return this.pictures.stream().mapToLong((picture) -> picture.data().length).sum()
				+ Answer.bytes(this.pictures.stream().map(GeneratedPicture::sample).toList());
	}

	/**
	 * One image.
	 *
	 * @param sample what it was generated from
	 * @param data its encoded bytes
	 */
	public record GeneratedPicture(Sample sample, byte[] data) {

	}

}
