/**
 * Owns {@code POST /features}, probes and {@code POST /classify}.
 */
@ApplicationModule(allowedDependencies = { "web.http", "recognition", "search", "serving" })
@NullMarked
package io.eidolon.web.recognise;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
