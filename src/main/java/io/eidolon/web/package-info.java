/**
 * Owns the REST edge, a package for each feature: its wire records, its endpoint and its
 * errors. Features know {@code web.http}, which is what they share, and not each other.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
