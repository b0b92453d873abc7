/**
 * Owns the HTTP server: which connections it keeps, how long it waits for requests, how
 * much memory their bodies may take, and who their clients are. Knows no other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.web.server;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
