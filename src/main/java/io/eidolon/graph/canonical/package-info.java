/**
 * Finds what the inputs and outputs of a generator from anywhere mean, and gives it the
 * one form that is served: {@code z} (N, D) and {@code label} (N), or {@code sentence}
 * (N, S) and {@code strength} (N, 1), to {@code image} (N, C, H, W).
 */
@NamedInterface("canonical")
@NullMarked
package io.eidolon.graph.canonical;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
