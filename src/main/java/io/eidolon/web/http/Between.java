package io.eidolon.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Holds a number of a form to a range, which validation and the OpenAPI document take
 * from here.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BoundValidator.OfBetween.class)
public @interface Between {

	/** The least. */
	long minimum();

	/** Whether the number must be above the least. */
	boolean exclusive() default false;

	/** The most. */
	long maximum();

	/** As every constraint has it; the range is told instead. */
	String message() default "";

	/** As every constraint has it. */
	Class<?>[] groups() default {};

	/** As every constraint has it. */
	Class<? extends Payload>[] payload() default {};

}
