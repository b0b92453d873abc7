package io.eidolon.training.data;

import org.jspecify.annotations.Nullable;

/**
 * The real pictures of one step.
 *
 * @param images (batch, channels, size, size) in [-1, 1]
 * @param labels (batch)
 * @param sentences (batch, 384) the embedding of a caption of each picture, of length 1,
 * or zeros for one that has no caption; null for a set without captions
 * @param wrongSentences (batch, 384) for each picture the embedding of a caption of
 * another one, which does not describe it, or zeros where there is none; null for a set
 * without captions
 */
public record Batch(float[] images, long[] labels, float @Nullable [] sentences, float @Nullable [] wrongSentences) {

	/** Pictures without captions. */
	public Batch(float[] images, long[] labels) {
		this(images, labels, null, null);
	}

}
