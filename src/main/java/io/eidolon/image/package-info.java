/**
 * Owns pictures: pixels, grids, encoders and the metadata they carry. Knows no other
 * package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.image;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
