package io.eidolon.inference;

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
import io.eidolon.inference.plan.ExecutionPlanner;
import io.eidolon.inference.plan.ExecutionPlanner.Choice;
import io.eidolon.inference.plan.GeneratorProbe;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.inference.plan.RequestedPrecision;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the generators that serve. */
@Component
@Profile("!train")
@Import(InferenceConfiguration.class)
public final class GeneratorFactory {

	/** How long all runs that a generator is tried with may take together. */
	private static final Duration TRIAL_TIME = Duration.ofMinutes(2);

	private final InferenceProperties properties;

	private final Workers workers;

	private final Device device;

	private final RequestedPrecision precision;

	private final GeneratorMeters meters;

	GeneratorFactory(InferenceProperties properties, Workers workers, Device device, RequestedPrecision precision,
			MeterRegistry meters) {
		this.properties = properties;
		this.workers = workers;
		this.device = device;
		this.precision = precision;
		this.meters = new GeneratorMeters(meters);
	}

	/**
	 * Opens a generator, which may come from anywhere: reads its graph, finds what its
	 * inputs and outputs mean, tries it, completes its card, and runs a batch of each
	 * size, so that no request pays for a first time.
	 * @throws InvalidModelException when its graph is no generator that can be served, or
	 * contradicts its card; with the reason in one line
	 * @throws InvalidModelCardException when its card cannot be read, or its files are
	 * not those that the card names
	 */
	public Generator open(ModelSource source) {
		try {
			return RunLimit.within(TRIAL_TIME, () -> generator(CanonicalModel.read(source)));
		}
		catch (InvalidGraphException ex) {
			throw new InvalidModelException("%s: %s".formatted(source.graph(), ex.getMessage()), ex);
		}
		catch (IllegalStateException ex) {
			throw new InvalidModelException("%s cannot generate images: %s".formatted(source.graph(), ex.getMessage()),
					ex);
		}
	}

	private Generator generator(CanonicalModel read) {
		Trial trial;
		try (GeneratorSession exported = GeneratorSession.open(read.file().toString(), read.graph(), this.device)) {
			trial = trial(read, exported);
		}
		// Only now: the weights of a large generator are not to be in memory twice.
		Choice choice = trial.better().orElseGet(() -> trial.planner().asExported(trial.model().graph()));
		return generator(trial, choice);
	}

	private Trial trial(CanonicalModel read, GeneratorSession exported) {
		GeneratorProbe behaviour = behaviour(read, exported);
		CanonicalModel model = behaviour.batches() ? read : read.oneByOne();
		ValueRange range = model.range(() -> behaviour);
		ModelCard card = model.card(range);
		BatchSettings settings = new BatchSettings(this.properties.queueCapacity(),
				model.maxBatch(this.properties.maxBatch()), this.device == Device.CPU);
		GradientOpener gradients = new GradientOpener(read.source(), card, this.workers, settings, this.device);
		gradients.checkNetworks();
		ExecutionPlanner planner = new ExecutionPlanner(card, settings.maxBatch(), this.device);
		return new Trial(model, settings, gradients, planner,
				planner.plan(model.graph(), exported, this.precision.of(card.name())));
	}

	private Generator generator(Trial trial, Choice choice) {
		ModelCard card = trial.planner().card();
		BatchSettings settings = trial.settings();
		try {
			warm(choice.session(), card, settings.maxBatch());
		}
		catch (RuntimeException ex) {
			choice.session().close();
			throw ex;
		}
		MeteredGenerator listener = this.meters.open(card);
		Generator generator = new Generator(card, choice.session(), choice.plan().withPorts(trial.model().named()),
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
	 * What came of trying a graph as it was exported.
	 *
	 * @param model the model, in batches or one by one
	 * @param settings how its batches are made
	 * @param gradients opens its gradient
	 * @param planner knows its card
	 * @param better the form that serves in place of the graph as it was exported
	 */
	private record Trial(CanonicalModel model, BatchSettings settings, GradientOpener gradients,
			ExecutionPlanner planner, Optional<Choice> better) {

	}

}
