package io.eidolon.serving;

import java.util.List;

/** What a request for pictures is answered with. */
public sealed interface Answer permits GeneratedImage, GeneratedPictures {

	/** What one sample takes beside its latent. */
	int BYTES_PER_SAMPLE = 256;

	/** About how much memory it takes. */
	long bytes();

	/** About how much memory samples take. */
	static long bytes(List<Sample> samples) {
		return samples.stream().mapToLong((sample) -> BYTES_PER_SAMPLE + (long) Float.BYTES * sample.z().length).sum();
	}

}
