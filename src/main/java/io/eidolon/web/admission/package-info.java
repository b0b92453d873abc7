/**
 * Owns the decision which requests are served now, which wait, and which are refused
 * because they could not be answered in time. Knows no other package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.web.admission;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
