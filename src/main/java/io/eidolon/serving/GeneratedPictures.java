package io.eidolon.serving;

import java.util.List;

import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.modelcard.ModelCard;

/**
 * Pictures, each encoded by itself.
 *
 * @param card the model that drew them
 * @param plan how it computed them
 * @param pictures in the order of the request
 */
public record GeneratedPictures(ModelCard card, ExecutionPlan plan, List<GeneratedPicture> pictures) {

	/**
	 * One picture.
	 *
	 * @param sample what it was drawn from
	 * @param data its encoded bytes
	 */
	public record GeneratedPicture(Sample sample, byte[] data) {

	}

}
