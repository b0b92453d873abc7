/**
 * Rewrites a graph into an equal one that a runtime computes faster: one small class per
 * rewrite, with its pattern, its checks, its replacement, and the algebra that makes it
 * equal. A rewrite says where it applied, and why it did not elsewhere.
 */
@NamedInterface("rewrite")
@NullMarked
package io.eidolon.graph.rewrite;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
