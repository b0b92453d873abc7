/**
 * Owns the intermediate representation of a graph: nodes in the order in which they run,
 * and values that know who makes and who reads them.
 * {@link io.eidolon.graph.ir.OnnxReader} and {@link io.eidolon.graph.ir.OnnxWriter} are
 * the only way from and to protobuf, {@link io.eidolon.graph.ir.NodeWriter} the only way
 * to add to a graph; {@link io.eidolon.graph.ir.GraphBuilder} writes a new one with it.
 * Knows the vocabulary of {@code graph}.
 */
@NamedInterface("ir")
@NullMarked
package io.eidolon.graph.ir;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
