package io.eidolon.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

/** Documents the header that says how long a client waits. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = RequestTimeout.HEADER, in = ParameterIn.HEADER,
		description = "How many seconds to wait for the answer, such as 2.5; it is 504 when they are over",
		schema = @Schema(type = "number"))
public @interface TimeoutHeader {

}
