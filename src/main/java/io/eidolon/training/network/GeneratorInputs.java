package io.eidolon.training.network;

import io.eidolon.graph.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * A generator's inputs in an ONNX graph.
 *
 * @param z the latents (N, latentDimension)
 * @param label the classes (N) int64, or null for a network without labels
 * @param sentence the embeddings of captions (N, 384), or null for one without words
 * @param strength how closely they are followed (N, 1), or null likewise
 */
public record GeneratorInputs(Value z, @Nullable Value label, @Nullable Value sentence, @Nullable Value strength) {

}
