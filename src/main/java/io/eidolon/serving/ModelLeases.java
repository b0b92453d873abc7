package io.eidolon.serving;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Lends the model that a request names, or the default one, and counts its requests. */
@Component
public class ModelLeases {

	private final ModelRegistry registry;

	private final MeterRegistry meters;

	private final Map<String, Counter> requests = new ConcurrentHashMap<>();

	ModelLeases(ModelRegistry registry, MeterRegistry meters) {
		this.registry = registry;
		this.meters = meters;
	}

	/** Leases a model, null for the default one, in a version, null for its own. */
	public Lease lease(@Nullable String model, @Nullable String version) {
		Lease lease = this.registry.lease(model, version);
		this.requests.computeIfAbsent(lease.generator().card().name(), this::requests).increment();
		return lease;
	}

	private Counter requests(String model) {
		return Counter.builder("eidolon.requests")
			.description("Requests for pictures, those that were refused included")
			.tag("model", model)
			.register(this.meters);
	}

}
