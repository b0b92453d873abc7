package io.eidolon.serving;

import java.util.List;

import io.eidolon.modelcard.ModelCard;

/**
 * One encoded image: a picture, a grid of pictures, or an animation.
 *
 * @param card the model that drew it
 * @param samples what its pictures were drawn from
 * @param data its encoded bytes
 */
public record GeneratedImage(ModelCard card, List<Sample> samples, byte[] data) {

}
