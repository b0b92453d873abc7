package io.eidolon.training.metrics;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

import io.eidolon.training.loop.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The numbers of the progress line as meters. */
final class TrainingMeters {

	private final AtomicReference<Reading> last = new AtomicReference<>();

	TrainingMeters(MeterRegistry registry, String model) {
		gauge(registry, model, "step", "steps taken", (reading) -> reading.progress().step());
		gauge(registry, model, "images.per.second", "real pictures seen per second", Reading::imagesPerSecond);
		gauge(registry, model, "loss.discriminator", "J(D)",
				(reading) -> reading.progress().last().discriminatorLoss());
		gauge(registry, model, "loss.generator", "J(G)", (reading) -> reading.progress().last().generatorLoss());
		gauge(registry, model, "real", "D(x), mean over real pictures", (reading) -> reading.progress().last().real());
		gauge(registry, model, "fake", "D(G(z)), mean over fake images", (reading) -> reading.progress().last().fake());
	}

	private void gauge(MeterRegistry registry, String model, String name, String description,
			ToDoubleFunction<Reading> value) {
		Gauge.builder("eidolon.training." + name, this.last, (reference) -> {
			Reading reading = reference.get();
			return (reading != null) ? value.applyAsDouble(reading) : Double.NaN;
		}).description(description).tag("model", model).register(registry);
	}

	void update(Progress progress, double imagesPerSecond) {
		this.last.set(new Reading(progress, imagesPerSecond));
	}

	private record Reading(Progress progress, double imagesPerSecond) {

	}

}
