/**
 * Rewrites a graph into an equal one that a runtime computes faster: one small class per
 * rewrite, with the algebra that makes it equal.
 */
@NamedInterface("rewrite")
@NullMarked
package io.eidolon.graph.rewrite;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
