package io.eidolon.registry;

import java.util.List;
import java.util.Map;

import io.eidolon.modelcard.ModelCard;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The health {@code models}: out of service when there is nothing to serve. */
@Component
@Profile("!train")
final class ModelsHealthIndicator implements HealthIndicator {

	private final ModelRegistry registry;

	ModelsHealthIndicator(ModelRegistry registry) {
		this.registry = registry;
	}

	@Override
	public Health health() {
		List<String> names = this.registry.cards().stream().map(ModelCard::name).toList();
		Health.Builder health = names.isEmpty() ? Health.outOfService().withDetail("reason", this.registry.absence())
				: Health.up().withDetail("models", names);
		Map<String, String> failures = this.registry.failures();
		if (!failures.isEmpty()) {
			health.withDetail("failures", failures);
		}
		return health.build();
	}

}
