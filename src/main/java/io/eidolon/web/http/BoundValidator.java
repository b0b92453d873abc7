package io.eidolon.web.http;

import java.lang.annotation.Annotation;
import java.util.Objects;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Holds numbers to ranges. What is left out is valid.
 *
 * @param <A> the annotation that states the range
 */
abstract class BoundValidator<A extends Annotation> implements ConstraintValidator<A, Number> {

	private @Nullable Bound bound;

	@Override
	public void initialize(A annotation) {
		this.bound = bound(annotation);
	}

	@Override
	public boolean isValid(@Nullable Number number, ConstraintValidatorContext context) {
		Bound range = Objects.requireNonNull(this.bound);
		if (number == null || range.holds(number)) {
			return true;
		}
		context.disableDefaultConstraintViolation();
		context.buildConstraintViolationWithTemplate(range.toString()).addConstraintViolation();
		return false;
	}

	abstract Bound bound(A annotation);

	/** For ranges that a form states itself. */
	static final class OfBetween extends BoundValidator<Between> {

		@Override
		Bound bound(Between between) {
			return Bound.of(between);
		}

	}

	/** For ranges that settings decide. */
	static final class OfLimit extends BoundValidator<Limit> {

		private final FormBounds bounds;

		OfLimit(FormBounds bounds) {
			this.bounds = bounds;
		}

		@Override
		Bound bound(Limit limit) {
			return this.bounds.of(limit);
		}

	}

}
