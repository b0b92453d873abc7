package io.eidolon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs the service with the models of {@link RunningService#writeModels}. All classes of
 * the same properties share one, so a test must leave it as it was.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TinyModels.class)
@interface ServiceTest {

	/** One worker, so that work waits as soon as something runs. */
	String ONE_WORKER = "eidolon.inference.workers=1";

	/** Few images may wait. */
	String SHORT_QUEUE = "eidolon.inference.queue-capacity=8";

	@AliasFor(annotation = SpringBootTest.class)
	String[] properties() default {};

}
