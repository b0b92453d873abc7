package io.eidolon.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Holds a number of a form to a range that settings decide, which validation and the
 * OpenAPI document take from there.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BoundValidator.OfLimit.class)
public @interface Limit {

	/** The settings. */
	Class<? extends Record> settings();

	/** The method of the settings that returns the range. */
	String name();

	/** As every constraint has it; the range is told instead. */
	String message() default "";

	/** As every constraint has it. */
	Class<?>[] groups() default {};

	/** As every constraint has it. */
	Class<? extends Payload>[] payload() default {};

}
