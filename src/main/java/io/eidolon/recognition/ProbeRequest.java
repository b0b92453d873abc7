package io.eidolon.recognition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request for a probe.
 *
 * @param model the name of the model
 * @param version the version of the model, null for the one that serves by default
 * @param name the name of the probe
 * @param space the space in which pictures are described
 * @param examples what it is fitted to
 */
public record ProbeRequest(String model, @Nullable String version, String name, FeatureSpace space,
		List<Example> examples) {

	/**
	 * A picture whose class is known.
	 *
	 * @param label the name of the class
	 * @param picture the bytes of the picture's file
	 */
	public record Example(String label, byte[] picture) {

	}

}
