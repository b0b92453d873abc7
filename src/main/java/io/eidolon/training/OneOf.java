package io.eidolon.training;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** The number, where there is one, must be one of a few. */
@Documented
@Constraint(validatedBy = OneOf.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface OneOf {

	int[] value();

	String message() default "must be one of {value}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Looks the number up. */
	class Validator implements ConstraintValidator<OneOf, @Nullable Integer> {

		private int[] allowed = new int[0];

		@Override
		public void initialize(OneOf constraint) {
			this.allowed = constraint.value();
		}

		@Override
		public boolean isValid(@Nullable Integer number, ConstraintValidatorContext context) {
			return number == null || Arrays.stream(this.allowed).anyMatch((value) -> value == number);
		}

	}

}
