package io.eidolon.generation;

import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Lends the model that a request names, or the default one, and counts its requests. */
@Component
class ModelLeases {

	private final ModelRegistry registry;

	private final MeterRegistry meters;

	ModelLeases(ModelRegistry registry, MeterRegistry meters) {
		this.registry = registry;
		this.meters = meters;
	}

	Lease lease(@Nullable String model) {
		Lease lease = (model != null) ? this.registry.lease(model) : this.registry.leaseDefault();
		Counter.builder("eidolon.requests")
			.description("Requests for pictures, those that were refused included")
			.tag("model", lease.generator().card().name())
			.register(this.meters)
			.increment();
		return lease;
	}

}
