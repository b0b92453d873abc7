/**
 * Owns {@code POST /features}, probes, {@code POST /classify}, {@code POST /anomalies}
 * and {@code GET /detectors}.
 */
@ApplicationModule(allowedDependencies = { "web.http", "anomaly", "recognition", "search", "serving" })
@NullMarked
package io.eidolon.web.recognise;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
