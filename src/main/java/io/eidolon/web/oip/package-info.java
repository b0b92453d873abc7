/**
 * Owns the Open Inference Protocol below {@code /v2}, which KServe and Triton speak:
 * health, metadata, tensors in JSON and in binary, and its errors.
 */
@ApplicationModule(allowedDependencies = { "web.http", "web.server", "tensor", "registry", "serving", "modelcard",
		"text", "inference :: gradient" })
@NullMarked
package io.eidolon.web.oip;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
