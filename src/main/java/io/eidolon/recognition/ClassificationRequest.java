package io.eidolon.recognition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request for the classes of pictures.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param pictures the bytes of the pictures' files
 * @param by what tells the classes
 */
public record ClassificationRequest(@Nullable String model, @Nullable String version, List<byte[]> pictures, By by) {

	/** What tells classes. */
	public sealed interface By {

	}

	/**
	 * A stored probe.
	 *
	 * @param name its name
	 */
	public record ByProbe(String name) implements By {

	}

	/**
	 * Sentences, of which those that fit the picture are the likeliest.
	 *
	 * @param labels labels or sentences
	 */
	public record ByText(List<String> labels) implements By {

	}

	/**
	 * The class whose generated picture comes nearest.
	 *
	 * @param steps of the search after the encoder's guess
	 * @param reconstructions whether the pictures are wanted
	 */
	public record BySynthesis(int steps, boolean reconstructions) implements By {

	}

}
