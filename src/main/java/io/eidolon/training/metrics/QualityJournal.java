package io.eidolon.training.metrics;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.loop.Measured;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.quality.QualityMeasure;
import io.eidolon.training.quality.Sampler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quality of a run's pictures: {@code quality.csv} in its folder, a line in the log
 * and meters.
 */
public final class QualityJournal {

	private static final Logger logger = LoggerFactory.getLogger(QualityJournal.class);

	private static final String HEADER = "step,features,samples,pictures,held_out,frechet_distance,kernel_distance,"
			+ "precision,recall,density,coverage";

	private final QualityMeasure measure;

	private final int every;

	private final StepTable table;

	private final AtomicReference<@Nullable Quality> last = new AtomicReference<>();

	/** What was measured by this process, by step. */
	private final Map<Long, Quality> measured = new HashMap<>();

	/**
	 * Opens the journal of the run of a model, in the folder of that run.
	 * @param every the steps between two measurements, 0 for none but the last
	 */
	public QualityJournal(Path folder, MeterRegistry registry, String model, QualityMeasure measure, int every) {
		this.measure = measure;
		this.every = every;
		this.table = new StepTable(folder.resolve("quality.csv"), HEADER);
		gauge(registry, model, "frechet", "the squared Frechet distance to real pictures", Quality::frechetDistance);
		gauge(registry, model, "kernel", "the kernel distance to real pictures", Quality::kernelDistance);
		gauge(registry, model, "precision", "the share of generated pictures that lie among real ones",
				Quality::precision);
		gauge(registry, model, "recall", "the share of real pictures that lie among generated ones", Quality::recall);
		gauge(registry, model, "density", "the neighbourhoods of real pictures that a generated one lies in, by k",
				(quality) -> orNaN(quality.density()));
		gauge(registry, model, "coverage", "the share of real pictures with a generated one in their neighbourhood",
				(quality) -> orNaN(quality.coverage()));
	}

	private static double orNaN(@Nullable Double value) {
		return (value != null) ? value : Double.NaN;
	}

	private void gauge(MeterRegistry registry, String model, String name, String description,
			ToDoubleFunction<Quality> value) {
		Gauge.builder("eidolon.training.quality." + name, this.last, (reference) -> {
			Quality quality = reference.get();
			return (quality != null) ? value.applyAsDouble(quality) : Double.NaN;
		}).description(description).tag("model", model).tag("features", this.measure.features()).register(registry);
	}

	void startAt(long step) {
		this.table.startAt(step);
	}

	/** Measures, if it is time to. */
	Optional<Measured> onStep(long step, GeneratorNetwork generator, boolean last) {
		if (this.every == 0 || (step % this.every != 0 && !last)) {
			return Optional.empty();
		}
		Quality quality = measure(step, generator);
		return Optional.of(new Measured(quality.frechetDistance(), quality.recall()));
	}

	/** Measures a generator as it would be exported, and tells of it. */
	public Quality measure(long step, GeneratorNetwork generator) {
		Quality known = this.measured.get(step);
		if (known != null) {
			return known;
		}
		Evaluation.calibrate(generator);
		Quality quality = this.measure.measure(Sampler.of(generator));
		this.measured.put(step, quality);
		this.last.set(quality);
		this.table.append(String.format(Locale.ROOT, "%s,%s,%s,%s,%s,%.5f,%.6f,%.4f,%.4f,%.4f,%.4f", step,
				quality.features(), quality.samples(), quality.pictures(), quality.heldOut(), quality.frechetDistance(),
				quality.kernelDistance(), quality.precision(), quality.recall(), quality.density(),
				quality.coverage()));
		logger.info(String.format(Locale.ROOT,
				"step %,d | in %s features: Frechet distance %.3f | kernel distance %.5f | precision %.2f | recall %.2f "
						+ "| density %.2f | coverage %.2f",
				step, quality.features(), quality.frechetDistance(), quality.kernelDistance(), quality.precision(),
				quality.recall(), quality.density(), quality.coverage()));
		return quality;
	}

}
