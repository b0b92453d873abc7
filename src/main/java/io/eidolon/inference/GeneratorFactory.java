package io.eidolon.inference;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Workers;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.inference.gradient.GradientOpener;
import io.eidolon.inference.gradient.Gradients;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.RunLimit;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.Decision;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.inference.plan.ExecutionPlanner;
import io.eidolon.inference.plan.Finding;
import io.eidolon.inference.plan.GeneratorProbe;
import io.eidolon.inference.plan.KeptPlans;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.inference.plan.RequestedPrecision;
import io.eidolon.inference.plan.RequestedPrecision.Wish;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the generators that serve. */
@Component
@Profile("!train")
@Import(InferenceConfiguration.class)
public final class GeneratorFactory {

	private static final Logger logger = LoggerFactory.getLogger(GeneratorFactory.class);

	/** How long all runs that a generator is tried with may take together. */
	private static final Duration TRIAL_TIME = Duration.ofMinutes(2);

	private final InferenceProperties properties;

	private final Workers workers;

	private final Device device;

	private final RequestedPrecision precision;

	private final KeptPlans plans;

	private final GeneratorMeters meters;

	GeneratorFactory(InferenceProperties properties, Workers workers, Device device, RequestedPrecision precision,
			KeptPlans plans, MeterRegistry meters) {
		this.properties = properties;
		this.workers = workers;
		this.device = device;
		this.precision = precision;
		this.plans = plans;
		this.meters = new GeneratorMeters(meters);
	}

	/**
	 * Opens a generator, which may come from anywhere: reads its graph, finds what its
	 * inputs and outputs mean, tries it unless that was done before and is kept,
	 * completes its card, and runs a batch of each size, so that no request pays for a
	 * first time.
	 * @throws InvalidModelException when its graph is no generator that can be served, or
	 * contradicts its card; with the reason in one line
	 * @throws InvalidModelCardException when its card cannot be read, or its files are
	 * not those that the card names
	 */
	public Generator open(ModelSource source) {
		try {
			return RunLimit.within(TRIAL_TIME, () -> generator(source));
		}
		catch (InvalidGraphException ex) {
			throw new InvalidModelException("%s: %s".formatted(source.graph(), ex.getMessage()), ex);
		}
		catch (IllegalStateException ex) {
			throw new InvalidModelException("%s cannot generate images: %s".formatted(source.graph(), ex.getMessage()),
					ex);
		}
	}

	private Generator generator(ModelSource source) {
		Optional<Path> file = this.plans.file(source);
		CanonicalModel read = CanonicalModel.read(source);
		Opened opened = file.flatMap(this.plans::read)
			.flatMap((finding) -> again(read, finding))
			.orElseGet(() -> tried(read, file));
		return generator(opened);
	}

	/** Opens a model as it served before; empty where it cannot be opened so. */
	private Optional<Opened> again(CanonicalModel read, Finding finding) {
		try {
			Trial trial = trial(finding.batches() ? read : read.oneByOne(), finding.range());
			if (finding.precision() != wish(trial)) {
				return Optional.empty();
			}
			return Optional
				.of(new Opened(trial, finding.plan(), trial.planner().open(trial.model().graph(), finding.plan())));
		}
		catch (RuntimeException ex) {
			logger.info("{} is tried as if for the first time: {}", read.file(), ex.getMessage());
			return Optional.empty();
		}
	}

	private Opened tried(CanonicalModel read, Optional<Path> file) {
		Trial trial;
		Decision decision;
		try (GeneratorSession exported = GeneratorSession.open(read.file().toString(), read.graph(), this.device)) {
			GeneratorProbe behaviour = behaviour(read, exported);
			CanonicalModel model = behaviour.batches() ? read : read.oneByOne();
			ValueRange range = model.range(() -> behaviour);
			trial = trial(model, range);
			decision = trial.planner().plan(model.graph(), exported, wish(trial));
			keep(file, model, new Finding(behaviour.batches(), range, wish(trial), decision.plan()));
		}
		// Only now: the weights of a large generator are not to be in memory twice.
		GeneratorSession session = (decision.session() != null) ? decision.session()
				: trial.planner().open(trial.model().graph(), decision.plan());
		return new Opened(trial, decision.plan(), session);
	}

	/** Keeps what holds for these files, whatever heap there is. */
	private void keep(Optional<Path> file, CanonicalModel model, Finding finding) {
		if (!ExecutionPlanner.isTooLarge(model.graph())) {
			// Those that were replaced meanwhile are another model's.
			file.filter((kept) -> this.plans.file(model.source()).equals(Optional.of(kept)))
				.ifPresent((kept) -> this.plans.write(kept, finding));
		}
	}

	private Trial trial(CanonicalModel model, ValueRange range) {
		ModelCard card = model.card(range);
		BatchSettings settings = new BatchSettings(this.properties.queueCapacity(),
				model.maxBatch(this.properties.maxBatch()), this.device == Device.CPU);
		GradientOpener gradients = new GradientOpener(model.source(), card, this.workers, settings, this.device);
		gradients.checkNetworks();
		return new Trial(model, settings, gradients, new ExecutionPlanner(card, settings.maxBatch(), this.device));
	}

	private Wish wish(Trial trial) {
		return this.precision.of(trial.planner().card().name());
	}

	private Generator generator(Opened opened) {
		Trial trial = opened.trial();
		ModelCard card = trial.planner().card();
		BatchSettings settings = trial.settings();
		try {
			warm(opened.session(), card, settings.maxBatch());
		}
		catch (RuntimeException ex) {
			opened.session().close();
			throw ex;
		}
		MeteredGenerator listener = this.meters.open(card);
		Generator generator = new Generator(card, opened.session(), opened.plan().withPorts(trial.model().named()),
				this.workers, settings, new Gradients(trial.gradients()), listener);
		listener.watch(generator);
		return generator;
	}

	private static GeneratorProbe behaviour(CanonicalModel model, GeneratorSession session) {
		GeneratorProbe behaviour = GeneratorProbe.of(session, model.ports().latent().dimension(),
				model.ports().classes(), model.ports().batches());
		if (behaviour.broken() > 0) {
			throw new InvalidModelException(
					"%s generates NaN or infinity in %s of %s test pictures; finite numbers are needed"
						.formatted(model.file(), behaviour.broken(), behaviour.pictures()));
		}
		if (!behaviour.repeatable()) {
			throw new InvalidModelException(
					"%s generates other images from the same latent; a generator without random operators is needed"
						.formatted(model.file()));
		}
		return behaviour;
	}

	private void warm(GeneratorSession session, ModelCard card, int maxBatch) {
		for (int size = 1; size <= maxBatch; size++) {
			int count = this.device.batch(size, maxBatch);
			session.samples(LatentBatch.of(card, session.signature(), List.of(), count));
		}
	}

	/**
	 * A model that is tried.
	 *
	 * @param model the model, in batches or one by one
	 * @param settings how its batches are made
	 * @param gradients opens its gradient
	 * @param planner knows its card
	 */
	private record Trial(CanonicalModel model, BatchSettings settings, GradientOpener gradients,
			ExecutionPlanner planner) {

	}

	/**
	 * A model that is open.
	 *
	 * @param trial what it was tried as
	 * @param plan how it is computed
	 * @param session gives bytes
	 */
	private record Opened(Trial trial, ExecutionPlan plan, GeneratorSession session) {

	}

}
