/**
 * Owns which models are open under which name, and their leases. Knows modelcard,
 * inference and store.
 */
@ApplicationModule(allowedDependencies = { "modelcard", "inference", "store", "inference :: plan" })
@NullMarked
package io.eidolon.registry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
