/**
 * Tells the shape of every tensor of a graph, and what a run of it takes, before it is
 * run.
 */
@NullMarked
package io.eidolon.graph.shape;

import org.jspecify.annotations.NullMarked;
