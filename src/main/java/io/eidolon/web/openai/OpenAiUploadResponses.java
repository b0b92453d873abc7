package io.eidolon.web.openai;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** Documents the errors of operations that a picture is sent to. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
		content = @Content(mediaType = "application/json", schema = @Schema(implementation = OpenAiError.class)))
@ApiResponse(responseCode = "422", description = "The model has no gradient: an operator of it has no rule",
		content = @Content(mediaType = "application/json", schema = @Schema(implementation = OpenAiError.class)))
@interface OpenAiUploadResponses {

}
