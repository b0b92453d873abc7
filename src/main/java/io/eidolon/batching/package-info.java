/**
 * Owns the bounded queues that group single items into batches, and the threads that run
 * them. Knows no other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.batching;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
