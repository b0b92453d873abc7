package io.eidolon.web.oip;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Documents the errors that an operation may answer with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "400", description = "A tensor is not what it may be",
		content = @Content(mediaType = "application/json", schema = @Schema(implementation = OipError.class)))
@ApiResponse(responseCode = "404", description = "There is no such network",
		content = @Content(mediaType = "application/json", schema = @Schema(implementation = OipError.class)))
@ApiResponse(responseCode = "503", description = "Too much waits (see Retry-After), or the model cannot be opened",
		content = @Content(mediaType = "application/json", schema = @Schema(implementation = OipError.class)))
@ApiResponse(responseCode = "504", description = "The answer was not ready in time",
		content = @Content(mediaType = "application/json", schema = @Schema(implementation = OipError.class)))
@interface OipErrorResponses {

}
