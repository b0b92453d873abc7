package io.eidolon.registry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of the registry. */
final class RegistryMeters {

	private static final String SUCCESS = "success";

	private static final String FAILURE = "failure";

	private final MeterRegistry registry;

	RegistryMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/** Watches the models for as long as the registry lives. */
	void watch(ModelRegistry models) {
		Gauge.builder("eidolon.model.failed", models, (watched) -> watched.failures().size())
			.description("Models that cannot be opened, or not be replaced, as the health says")
			.register(this.registry);
		Gauge.builder("eidolon.model.lost", models, ModelRegistry::lost)
			.description("Versions that serve on though their folder cannot be read or has turned empty")
			.register(this.registry);
		Gauge.builder("eidolon.model.open", models, ModelRegistry::open)
			.description("Generators that are open")
			.register(this.registry);
	}

	void loaded(String model) {
		count(model, SUCCESS);
	}

	void failed(String model) {
		count(model, FAILURE);
	}

	// Both are there from the first, so that no alert looks for what is not there.
	private void count(String model, String outcome) {
		loads(model, SUCCESS);
		loads(model, FAILURE);
		loads(model, outcome).increment();
	}

	private Counter loads(String model, String outcome) {
		return Counter.builder("eidolon.model.loads")
			.description("Generators that were opened, or failed to be")
			.tag("model", model)
			.tag("outcome", outcome)
			.register(this.registry);
	}

}
