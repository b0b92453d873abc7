/**
 * Finds which form of a generator's graph serves: reads the model, probes it, rewrites
 * its graph, and compares the forms for equality and speed.
 */
@NamedInterface("plan")
@NullMarked
package io.eidolon.inference.plan;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
