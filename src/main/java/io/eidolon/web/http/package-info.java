/**
 * Owns what all endpoints share: problem details, content negotiation, the types of
 * values on the wire, request ids, timeouts, body limits and the OpenAPI document.
 */
@ApplicationModule(allowedDependencies = { "web.server", "web.admission", "serving", "search", "registry",
		"inference :: gradient", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
