package io.eidolon.registry;

import io.eidolon.EidolonApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole service without a model: it starts, lives, and is not ready. */
@SpringBootTest(classes = EidolonApplication.class, properties = "eidolon.models.path=no-such-folder")
class ReadinessTests {

	@Autowired
	private HealthEndpoint health;

	@Test
	void aServiceWithoutModelsLivesButIsNotReady() {
		assertThat(this.health.healthForPath("liveness")).isNotNull()
			.extracting(HealthDescriptor::getStatus)
			.isEqualTo(Status.UP);
		assertThat(this.health.healthForPath("readiness")).isInstanceOfSatisfying(CompositeHealthDescriptor.class,
				(readiness) -> {
					assertThat(readiness.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
					assertThat(readiness.getComponents()).containsOnlyKeys("readinessState", "models");
				});
	}

}
