package io.eidolon.recognition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request for the features of pictures.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param pictures the bytes of the pictures' files
 * @param space the space in which they are described
 */
public record FeatureRequest(@Nullable String model, @Nullable String version, List<byte[]> pictures,
		FeatureSpace space) {

}
