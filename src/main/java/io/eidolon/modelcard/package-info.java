/**
 * Owns {@code model.json}, the contract between trainer and server, the sums that files
 * are known by, and how files are written as a whole. Knows no other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.modelcard;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
