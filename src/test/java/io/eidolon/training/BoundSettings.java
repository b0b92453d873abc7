package io.eidolon.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Binds settings as the trainer does. */
final class BoundSettings {

	private BoundSettings() {
	}

	/**
	 * Binds settings.
	 * @param settings values by their names below {@code eidolon.training}
	 */
	static void bind(Map<String, String> settings, Consumer<TrainingProperties> check) {
		new ApplicationContextRunner().withUserConfiguration(Bound.class).withInitializer((context) -> {
			context.getEnvironment().setActiveProfiles("train");
			Map<String, Object> given = new LinkedHashMap<>();
			settings.forEach((name, value) -> given.put("eidolon.training." + name, value));
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", given));
			Recipe.addTo(context.getEnvironment());
		}).run((context) -> check.accept(context.getBean(TrainingProperties.class)));
	}

	/** Bears no annotation by which the service under test would find it. */
	@EnableConfigurationProperties(TrainingProperties.class)
	@Import({ ObjectiveConverter.class, AugmentationConverter.class, PictureSizeConverter.class,
			NetworkFamilyConverter.class })
	static class Bound {

	}

}
