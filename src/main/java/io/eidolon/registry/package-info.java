/**
 * Owns which models are open under which name, and their leases. Knows modelcard and
 * inference.
 */
@ApplicationModule(allowedDependencies = { "modelcard", "inference" })
@NullMarked
package io.eidolon.registry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
