package io.eidolon.recognition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The features of pictures.
 *
 * @param model the name of the network: that of the model that it came with, or its own
 * @param version the version of the model, null where it is no model's
 * @param space the space in which they are described
 * @param vectors one for each picture, all of a length
 */
public record PictureFeatures(String model, @Nullable String version, FeatureSpace space, List<float[]> vectors) {

}
