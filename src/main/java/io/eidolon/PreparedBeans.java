package io.eidolon;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Takes the beans that Spring put together when the service was built, where
 * {@code spring.aot.enabled} asks for them: that starts sooner. Which beans there are was
 * settled then, so that they are left alone where a setting could ask for others. Of the
 * service's own settings none does but those of a job.
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final String ENABLED = "spring.aot.enabled";

	/** Of what the settings that Spring's conditions look at begin with. */
	private static final List<String> FRAMEWORK = List.of("spring.", "server.", "management.", "springdoc.", "otel.",
			"debug", "eidolon.job.");

	/** Of those, the ones that no condition looks at. */
	private static final List<String> HARMLESS = List.of(ENABLED, "spring.application.", "spring.config.",
			"spring.lifecycle.", "server.port", "server.address", "management.server.address");

	private static final String MANAGEMENT_PORT = "management.server.port";

	/** Where the settings of the service itself are, which the beans were made for. */
	private static final String OWN = "class path resource";

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (SpringProperties.getFlag(ENABLED) && !fit(event.getEnvironment())) {
			SpringProperties.setProperty(ENABLED, "false");
		}
	}

	/** Whether the beans are those that would be put together now. */
	static boolean fit(ConfigurableEnvironment environment) {
		int management = environment.getProperty(MANAGEMENT_PORT, Integer.class, -1);
		int port = environment.getProperty("server.port", Integer.class, 8080);
		// One port for all, or none for operators, is another application.
		boolean apart = management >= 0 && (management == 0 || management != port);
		return apart && environment.getPropertySources()
			.stream()
			.filter((source) -> !source.getName().contains(OWN))
			.flatMap(PreparedBeans::names)
			.map((name) -> name.toLowerCase(Locale.ROOT).replace('_', '.'))
			.noneMatch(PreparedBeans::decides);
	}

	private static Stream<String> names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> enumerable) ? Arrays.stream(enumerable.getPropertyNames())
				: Stream.empty();
	}

	private static boolean decides(String name) {
		return FRAMEWORK.stream().anyMatch(name::startsWith) && HARMLESS.stream().noneMatch(name::startsWith)
				&& !name.equals(MANAGEMENT_PORT);
	}

}
