/**
 * Holds the networks, each layer as libtorch computes it and as ONNX writes it.
 */
@NullMarked
package io.eidolon.training.network;

import org.jspecify.annotations.NullMarked;
