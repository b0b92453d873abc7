/**
 * Owns {@code /jobs}: work that outlives a request.
 */
@ApplicationModule(allowedDependencies = { "web.http", "jobs", "serving", "latent", "image" })
@NullMarked
package io.eidolon.web.jobs;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
