package io.eidolon.training;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that make tensors: libtorch's random numbers begin anew before each, and a scope
 * frees its tensors after it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("libtorch")
@ExtendWith(TensorScope.class)
public @interface WithTensors {

	/** What random numbers follow from. */
	long seed() default 1;

}
