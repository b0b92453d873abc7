/**
 * Owns what guards the management endpoints, and what they tell of the process. Knows no
 * other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.web.management;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
