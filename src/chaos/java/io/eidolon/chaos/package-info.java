/**
 * Asks a running service for far more than it can do, and takes away from under it what it
 * stands on. {@code ./mvnw -Pchaos verify} runs it, prints the figures, and fails when the
 * service or a request was lost; no figure is a test.
 */
@NullMarked
package io.eidolon.chaos;

import org.jspecify.annotations.NullMarked;
