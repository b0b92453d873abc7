package io.eidolon.projection;

import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * The latent whose image comes nearest to one that was given.
 *
 * @param card the model
 * @param z the latent
 * @param label the name of its class, null when the model takes no label
 * @param loss how far the pictures are apart, the cost of the latent included
 * @param psnr decibels between the two pictures
 * @param domain whether the model could have generated the image
 * @param target the picture as the model was shown it, encoded
 * @param picture the one that the model generates, encoded; under a mask, within what is
 * kept of the one that was given
 */
public record Projection(ModelCard card, float[] z, @Nullable String label, double loss, double psnr, Domain domain,
		byte[] target, byte[] picture) {

}
