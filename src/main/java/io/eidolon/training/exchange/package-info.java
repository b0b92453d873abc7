/**
 * Reads and writes weights in files of others: safetensors, ONNX, archives of libtorch.
 */
@NullMarked
package io.eidolon.training.exchange;

import org.jspecify.annotations.NullMarked;
