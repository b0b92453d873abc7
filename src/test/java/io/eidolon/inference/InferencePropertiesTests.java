package io.eidolon.inference;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class InferencePropertiesTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Settings.class);

	@Test
	void aWorkerForEachProcessorIsTheDefault() {
		this.context.run((context) -> assertThat(context.getBean(InferenceProperties.class).workerCount())
			.isEqualTo(Runtime.getRuntime().availableProcessors()));
	}

	@Test
	void settingsAreReadByTheirNames() {
		this.context
			.withPropertyValues("eidolon.inference.workers=3", "eidolon.inference.max-batch=8",
					"eidolon.inference.queue-capacity=9", "eidolon.inference.plans=data/plans")
			.run((context) -> {
				InferenceProperties properties = context.getBean(InferenceProperties.class);
				assertThat(properties).isEqualTo(new InferenceProperties(3, 8, 9, Path.of("data", "plans")));
				assertThat(properties.workerCount()).isEqualTo(3);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "workers", "max-batch", "queue-capacity" })
	void settingsBelowOneKeepTheServiceFromStarting(String name) {
		this.context.withPropertyValues("eidolon.inference." + name + "=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("must be greater than or equal to 1"));
	}

	@EnableConfigurationProperties(InferenceProperties.class)
	static class Settings {

	}

}
