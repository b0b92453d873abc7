package io.eidolon.inference;

import java.time.Duration;
import java.util.List;

import io.eidolon.batching.BatchListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** The meters of one model, each with its name as the tag {@code model}. */
final class GeneratorMeters implements BatchListener {

	private static final String TAG = "model";

	private final MeterRegistry registry;

	private final String model;

	private final Counter pictures;

	private final DistributionSummary batchSize;

	private final Timer queueTime;

	private final Timer sessionTime;

	GeneratorMeters(MeterRegistry registry, String model) {
		this.registry = registry;
		this.model = model;
		this.pictures = Counter.builder("eidolon.pictures")
			.description("Pictures drawn")
			.tag(TAG, model)
			.register(registry);
		this.batchSize = DistributionSummary.builder("eidolon.batch.size")
			.description("Pictures drawn in one run of the session")
			.baseUnit("pictures")
			.tag(TAG, model)
			.register(registry);
		this.queueTime = Timer.builder("eidolon.queue.time")
			.description("Time that a picture waited for its run")
			.tag(TAG, model)
			.register(registry);
		this.sessionTime = Timer.builder("eidolon.session.time")
			.description("Time of one run of the session, conversion to bytes included")
			.tag(TAG, model)
			.register(registry);
	}

	/** Watches the queue of a generator, for as long as the generator lives. */
	void watch(Generator generator) {
		Gauge.builder("eidolon.queue.depth", generator, Generator::queued)
			.description("Pictures that wait for their run")
			.baseUnit("pictures")
			.tag(TAG, this.model)
			.register(this.registry);
	}

	@Override
	public void onBatch(int size, List<Duration> waits, Duration run) {
		this.pictures.increment(size);
		this.batchSize.record(size);
		waits.forEach(this.queueTime::record);
		this.sessionTime.record(run);
	}

}
