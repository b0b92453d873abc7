/**
 * Owns who may ask for what, and how much of it: keys and tokens, scopes, limits of each
 * client, the headers that protect browsers, and what is written down about requests.
 */
@ApplicationModule(allowedDependencies = { "web.http", "web.server", "serving", "modelcard" })
@NullMarked
package io.eidolon.web.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
