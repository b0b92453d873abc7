/**
 * Owns the bounded queue that groups single items into batches. Knows no other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.batching;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
