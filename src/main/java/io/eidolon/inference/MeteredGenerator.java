package io.eidolon.inference;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Records what one generator generates. */
final class MeteredGenerator implements GeneratorListener {

	private final VersionMeters meters;

	private final Consumer<MeteredGenerator> closing;

	private volatile @Nullable Generator generator;

	MeteredGenerator(VersionMeters meters, Consumer<MeteredGenerator> closing) {
		this.meters = meters;
		this.closing = closing;
	}

	/** Shows how much waits for the generator. */
	void watch(Generator generator) {
		this.generator = generator;
	}

	VersionMeters meters() {
		return this.meters;
	}

	int queued() {
		Generator watched = this.generator;
		return (watched != null) ? watched.queued() : 0;
	}

	int queuedForSearches() {
		Generator watched = this.generator;
		return (watched != null) ? watched.queuedForSearches() : 0;
	}

	@Override
	public void onBatch(int size, List<Duration> waits, Duration run) {
		this.meters.record(size, waits, run);
	}

	@Override
	public void onClose() {
		this.closing.accept(this);
	}

}
