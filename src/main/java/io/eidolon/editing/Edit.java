package io.eidolon.editing;

import java.util.List;

import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that were asked for by their parts.
 *
 * @param card the model that generated them
 * @param start the picture that was edited, null when it began from nothing
 * @param candidates the best first
 * @param frames from the start, or the mean picture, to the best candidate
 */
public record Edit(ModelCard card, @Nullable EditedImage start, List<EditedImage> candidates, List<Frame> frames) {

	/**
	 * A picture on the way.
	 *
	 * @param index its place, from 0
	 * @param z its latent
	 * @param data the encoded picture
	 */
	public record Frame(int index, float[] z, byte[] data) {

	}

}
