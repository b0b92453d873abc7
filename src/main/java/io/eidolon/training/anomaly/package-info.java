/**
 * Builds detectors of anomalies from good pictures: memories of patches, and thresholds.
 */
@NullMarked
package io.eidolon.training.anomaly;

import org.jspecify.annotations.NullMarked;
