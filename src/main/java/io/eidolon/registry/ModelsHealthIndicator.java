package io.eidolon.registry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The health {@code models}: the versions of each model, and what is wrong with others;
 * out of service only when there is nothing to serve.
 */
@Component
@Profile("!train")
final class ModelsHealthIndicator implements HealthIndicator {

	private final ModelRegistry registry;

	ModelsHealthIndicator(ModelRegistry registry) {
		this.registry = registry;
	}

	@Override
	public Health health() {
		SortedMap<String, List<String>> models = new TreeMap<>();
		this.registry.models().forEach((model) -> models.put(model.card().name(), model.versions()));
		Health.Builder health = models.isEmpty() ? Health.outOfService().withDetail("reason", this.registry.absence())
				: Health.up().withDetail("models", models);
		List<String> opening = this.registry.opening();
		if (!opening.isEmpty()) {
			health.withDetail("opening", opening);
		}
		Map<String, String> failures = this.registry.failures();
		if (!failures.isEmpty()) {
			health.withDetail("failures", failures);
		}
		this.registry.staleness().ifPresent((problem) -> health.withDetail("store", problem));
		return health.build();
	}

}
