package io.eidolon.web.interpolate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.eidolon.web.interpolate.InterpolationController.InterpolationAnswer;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Documents the forms in which a walk is answered. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200",
		content = { @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary")),
				@Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
				@Content(mediaType = "image/apng", schema = @Schema(type = "string", format = "binary")),
				@Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
				@Content(mediaType = "application/json", schema = @Schema(implementation = InterpolationAnswer.class)),
				@Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")) })
@interface WalkResponse {

}
