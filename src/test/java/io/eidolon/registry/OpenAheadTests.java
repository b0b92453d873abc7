package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Models open while the rest of the service is put together. */
@Timeout(60)
class OpenAheadTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path models;

	@Test
	void modelsOpenBeforeTheServiceStarts() {
		TestModels.write(this.models, "a", "a", "1", 8);
		TestModels.context(this.models)
			.withUserConfiguration(RestOfTheService.class)
			.run((context) -> assertThat(context.getBean(ModelRegistry.class).models()).hasSize(1));
	}

	@Test
	void whatIsOpenIsNotOpenedAgainByTheStart() {
		TestModels.write(this.models, "a", "a", "1", 8);
		TestModels.context(this.models).withUserConfiguration(RestOfTheService.class).run((context) -> {
			Collection<Counter> loads = context.getBean(MeterRegistry.class).get("eidolon.model.loads").counters();
			assertThat(loads.stream().mapToDouble(Counter::count).sum()).isEqualTo(1);
		});
	}

	/** Is put together only once a model is open. */
	@Configuration(proxyBeanMethods = false)
	static class RestOfTheService {

		@Bean
		SmartInitializingSingleton rest(ModelRegistry registry) {
			return () -> {
				while (registry.models().isEmpty()) {
					assertThat(Thread.currentThread().isInterrupted()).as("too late").isFalse();
					Thread.onSpinWait();
				}
			};
		}

	}

}
