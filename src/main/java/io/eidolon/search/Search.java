package io.eidolon.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.inference.gradient.GeneratorGradient;
import io.eidolon.inference.gradient.GradientResult;
import io.eidolon.serving.Client;
import io.eidolon.serving.Lookout;

/**
 * Leads descents down side by side, for a client that may go.
 *
 * @param gradient where slopes come from
 * @param lookout how to wait for them
 * @param client who waits
 */
public record Search(GeneratorGradient gradient, Lookout lookout, Client client) {

	/** The length of the first step, in units of a latent's standard deviation. */
	private static final double FIRST_STEP = 0.1;

	/** The share of the first step that the last one has. */
	private static final double LAST_STEP = 0.05;

	/**
	 * Finds out how all points are where they stand.
	 * @throws io.eidolon.serving.ServiceBusyException when too many wait already
	 * @throws io.eidolon.serving.RequestTimeoutException when the client's time is over
	 * @throws io.eidolon.serving.ClientGoneException when the client has gone
	 */
	public void look(List<Descent> descents) {
		for (int from = 0; from < descents.size(); from += GeneratorGradient.AT_ONCE) {
			part(descents.subList(from, Math.min(descents.size(), from + GeneratorGradient.AT_ONCE)));
		}
	}

	private void part(List<Descent> descents) {
		Duration left = this.client.remaining();
		List<CompletableFuture<GradientResult>> slopes = this.gradient
			.evaluate(descents.stream().map(Descent::question).toList(), left);
		try {
			for (int i = 0; i < slopes.size(); i++) {
				descents.get(i).learn(this.lookout.join(slopes.get(i), this.client));
			}
		}
		finally {
			slopes.forEach((slope) -> slope.cancel(false));
		}
	}

	/**
	 * Takes a step with each, and finds out where that led. Steps become shorter along
	 * half a cosine.
	 * @param step which, from 1
	 * @param steps how many there are
	 */
	public void step(List<Descent> descents, int step, int steps) {
		double done = (step - 1.0) / steps;
		double length = FIRST_STEP * (LAST_STEP + (1 - LAST_STEP) * (1 + Math.cos(Math.PI * done)) / 2);
		descents.forEach((descent) -> descent.step(length));
		look(descents);
	}

}
