/**
 * Owns object stores, and where the folder of models comes from: it is one already, or it
 * mirrors a bucket. Knows modelcard.
 */
@ApplicationModule(allowedDependencies = "modelcard")
@NullMarked
package io.eidolon.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
