package io.eidolon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs the service with the models of the repository, and patience for a busy machine.
 * All classes share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.web.request-timeout=180s", "eidolon.recognition.path=" + ShippedModels.RECOGNITION,
				"eidolon.jobs.path=${java.io.tmpdir}/eidolon-jobs-${random.uuid}" })
public @interface ShippedModels {

	/** Where that service keeps probes and looks for detectors. */
	String RECOGNITION = "target/recognition";

}
