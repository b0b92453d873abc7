package io.eidolon.serving;

import io.eidolon.registry.ModelRegistry;
import io.eidolon.registry.PendingLease;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Leases the model that a request names, or the default one, and counts its requests. */
@Component
class ModelLeases {

	private final ModelRegistry registry;

	private final MeterProvider<Counter> requests;

	ModelLeases(ModelRegistry registry, MeterRegistry meters) {
		this.registry = registry;
		this.requests = Counter.builder("eidolon.requests")
			.description("Requests for pictures, those that were refused included")
			.withRegistry(meters);
	}

	PendingLease lease(@Nullable String model, @Nullable String version) {
		PendingLease pending = this.registry.lease(model, version);
		pending.future()
			.thenAccept((lease) -> this.requests.withTag("model", lease.generator().card().name()).increment());
		return pending;
	}

}
