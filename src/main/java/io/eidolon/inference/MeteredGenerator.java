package io.eidolon.inference;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Records what one generator generates. */
final class MeteredGenerator implements GeneratorListener {

	private final VersionMeters meters;

	private final Consumer<MeteredGenerator> closing;

	private volatile IntSupplier queued = () -> 0;

	MeteredGenerator(VersionMeters meters, Consumer<MeteredGenerator> closing) {
		this.meters = meters;
		this.closing = closing;
	}

	/** Shows how many pictures wait for the generator. */
	void watch(Generator generator) {
		this.queued = generator::queued;
	}

	VersionMeters meters() {
		return this.meters;
	}

	int queued() {
		return this.queued.getAsInt();
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
