package io.eidolon.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.GeneratorGradient;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.inference.gradient.GradientResult;
import io.eidolon.inference.gradient.NoGradientException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.RequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Optimises candidates side by side for a request.
 *
 * @param card the model
 * @param gradient gives losses and gradients
 * @param request who waits
 */
public record GradientSearch(ModelCard card, GeneratorGradient gradient, RequestContext request) {

	private static final Logger logger = LoggerFactory.getLogger(GradientSearch.class);

	/** The size of the first step, in units of a latent's standard deviation. */
	private static final double FIRST_STEP = 0.1;

	/** The share of the first step that the last one has. */
	private static final double LAST_STEP = 0.05;

	/**
	 * Opens the gradient of a generator, or waits until it is open.
	 * @throws NoGradientException when it has none
	 */
	public static GradientSearch open(Generator generator, GradientLoss loss, RequestContext request) {
		return new GradientSearch(generator.card(), request.gradient(generator, loss), request);
	}

	/**
	 * Evaluates the loss and the gradient of each candidate.
	 * @throws io.eidolon.serving.ServiceBusyException when too many wait already
	 * @throws io.eidolon.serving.RequestTimeoutException at the deadline
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public void evaluate(List<Candidate> candidates) {
		parts(candidates).forEach(this::evaluatePart);
	}

	/**
	 * Evaluates candidates of which only the best will go on: the others keep their loss,
	 * but not their images where all of them would take too much memory.
	 * @param wanted how many will go on
	 */
	public void rank(List<Candidate> candidates, int wanted) {
		int kept = memory().kept(candidates.size(), wanted);
		List<Candidate> evaluated = new ArrayList<>();
		for (List<Candidate> part : parts(candidates)) {
			evaluatePart(part);
			evaluated.addAll(part);
			evaluated.stream().sorted(Candidate.BEST_FIRST).skip(kept).forEach(Candidate::forgetImage);
		}
	}

	/** Generates the images of candidates that have lost theirs. */
	public void restoreImages(List<Candidate> candidates) {
		evaluate(candidates.stream().filter((candidate) -> !candidate.hasImage()).toList());
	}

	private List<List<Candidate>> parts(List<Candidate> candidates) {
		int size = memory().atOnce();
		return IntStream.range(0, Math.ceilDiv(candidates.size(), size))
			.mapToObj((i) -> candidates.subList(i * size, Math.min(candidates.size(), (i + 1) * size)))
			.toList();
	}

	private SearchMemory memory() {
		return new SearchMemory(this.card.image());
	}

	private void evaluatePart(List<Candidate> candidates) {
		Duration remaining = this.request.remaining();
		List<CompletableFuture<GradientResult>> results = this.gradient
			.evaluate(candidates.stream().map(Candidate::input).toList(), this.request.client(), remaining);
		try {
			for (int i = 0; i < results.size(); i++) {
				candidates.get(i).evaluated(this.request.await(results.get(i)));
			}
		}
		finally {
			results.forEach((result) -> result.cancel(false));
		}
	}

	/**
	 * Takes a step with each candidate and evaluates it there. Steps become shorter along
	 * half a cosine.
	 * @param step which, from 1
	 * @param steps how many there are
	 */
	public void step(List<Candidate> candidates, int step, int steps) {
		double size = stepSize(step, steps);
		candidates.forEach((candidate) -> candidate.step(size));
		evaluate(candidates);
	}

	/** The size of a step, in units of a latent's standard deviation. */
	static double stepSize(int step, int steps) {
		double done = (step - 1.0) / steps;
		return FIRST_STEP * (LAST_STEP + (1 - LAST_STEP) * (1 + Math.cos(Math.PI * done)) / 2);
	}

	/**
	 * Leaves out candidates from which nothing can be optimised.
	 * @throws NoGradientException when none is left
	 */
	public List<Candidate> finite(List<Candidate> candidates) {
		List<Candidate> finite = candidates.stream().filter(Candidate::isFinite).toList();
		if (finite.isEmpty()) {
			throw new NoGradientException(this.card.name(), new ArithmeticException(
					"the loss or its gradient is not finite at any of %s latents".formatted(candidates.size())));
		}
		if (finite.size() < candidates.size()) {
			logger.warn("{}: the loss or its gradient is not finite at {} of {} latents, which are left out",
					this.card.name(), candidates.size() - finite.size(), candidates.size());
		}
		return finite;
	}

}
