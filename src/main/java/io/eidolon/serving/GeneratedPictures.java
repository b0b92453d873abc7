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
public record GeneratedPictures(ModelCard card, ExecutionPlan plan, List<GeneratedPicture> pictures) {

	/**
	 * One image.
	 *
	 * @param sample what it was generated from
	 * @param data its encoded bytes
	 */
	public record GeneratedPicture(Sample sample, byte[] data) {

	}

}
