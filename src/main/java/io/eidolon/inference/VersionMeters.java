package io.eidolon.inference;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** The meters of one version of a model. */
final class VersionMeters implements AutoCloseable {

	private final MeterRegistry registry;

	private final Tags tags;

	private final Counter pictures;

	private final DistributionSummary batchSize;

	private final Timer queueTime;

	private final Timer sessionTime;

	private final Gauge queueDepth;

	private final Gauge searchQueueDepth;

	private final Queue<MeteredGenerator> generators = new ConcurrentLinkedQueue<>();

	VersionMeters(MeterRegistry registry, Tags tags) {
		this.registry = registry;
		this.tags = tags;
		this.pictures = Counter.builder("eidolon.pictures")
			.description("Images generated")
			.tags(tags)
			.register(registry);
		this.batchSize = DistributionSummary.builder("eidolon.batch.size")
			.description("Images generated in one run of the session")
			.baseUnit("pictures")
			.tags(tags)
			.register(registry);
		this.queueTime = Timer.builder("eidolon.queue.time")
			.description("Time that an image waited for its run")
			.tags(tags)
			.register(registry);
		this.sessionTime = Timer.builder("eidolon.session.time")
			.description("Time of one run of the session, conversion to bytes included")
			.tags(tags)
			.register(registry);
		this.queueDepth = Gauge.builder("eidolon.queue.depth", this.generators, VersionMeters::queued)
			.description("Images that wait for their run")
			.baseUnit("pictures")
			.tags(tags)
			.register(registry);
		this.searchQueueDepth = Gauge
			.builder("eidolon.search.queue.depth", this.generators, VersionMeters::queuedForSearches)
			.description("Gradients and encodings of searches that wait for their run")
			.tags(tags)
			.register(registry);
	}

	Tags tags() {
		return this.tags;
	}

	/** The open generators of the version. */
	Queue<MeteredGenerator> generators() {
		return this.generators;
	}

	void record(int size, List<Duration> waits, Duration run) {
		this.pictures.increment(size);
		this.batchSize.record(size);
		waits.forEach(this.queueTime::record);
		this.sessionTime.record(run);
	}

	/** Takes the meters out of the registry. */
	@Override
	public void close() {
		Stream
			.of(this.pictures, this.batchSize, this.queueTime, this.sessionTime, this.queueDepth, this.searchQueueDepth)
			.forEach(this.registry::remove);
	}

	private static int queuedForSearches(Queue<MeteredGenerator> generators) {
		return generators.stream().mapToInt(MeteredGenerator::queuedForSearches).sum();
	}

	private static int queued(Queue<MeteredGenerator> generators) {
		return generators.stream().mapToInt(MeteredGenerator::queued).sum();
	}

}
