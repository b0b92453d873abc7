package io.eidolon.training.mixture;

import java.util.function.UnaryOperator;

import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A game of two small networks for a mixture, otherwise as the loop plays it: D descends
 * its loss and penalties, k times, and then G its own. The step size falls to 0 along the
 * game.
 *
 * @param objective what the players descend
 * @param penalties what D descends as well
 * @param discriminatorSteps k
 */
record MixtureGame(Objective objective, Penalties penalties, int discriminatorSteps) {

	private static final int LATENT = 2;

	private static final int HIDDEN = 128;

	private static final int BATCH = 128;

	private static final double LEARNING_RATE = 1e-3;

	private static final double BETA2 = 0.99;

	/**
	 * Plays the game.
	 * @param steps the steps of G
	 * @param count how many samples to draw then
	 * @return (count, 2), in row-major order
	 */
	float[] play(Mixture mixture, int steps, int count, long seed) {
		try (PointerScope _ = new PointerScope()) {
			torch.manual_seed(seed);
			Perceptron generator = new Perceptron(LATENT, HIDDEN, HIDDEN, 2);
			Perceptron discriminator = new Perceptron(2, HIDDEN, HIDDEN, 1);
			Adam generatorOptimiser = new Adam(generator.parameters(), adam());
			Adam discriminatorOptimiser = new Adam(discriminator.parameters(), adam());
			for (int step = 0; step < steps; step++) {
				double rate = LEARNING_RATE * (1 - (double) step / steps);
				generatorOptimiser.param_groups().get(0).options().set_lr(rate);
				discriminatorOptimiser.param_groups().get(0).options().set_lr(rate);
				for (int i = 0; i < this.discriminatorSteps; i++) {
					discriminatorStep(mixture, generator, discriminator, discriminatorOptimiser);
				}
				generatorStep(mixture, generator, discriminator, generatorOptimiser);
			}
			try (NoGradGuard _ = new NoGradGuard()) {
				return Weights.values(generator.forward(torch.randn(count, LATENT)));
			}
		}
	}

	private void discriminatorStep(Mixture mixture, Perceptron generator, Perceptron discriminator, Adam optimiser) {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = mixture.sample(BATCH).requires_grad_(this.penalties.r1().active());
			Tensor y = drawn(generator).detach().requires_grad_(this.penalties.r2().active());
			UnaryOperator<Tensor> judge = (points) -> discriminator.forward(points).flatten();
			Logits l = new Logits(judge.apply(x), judge.apply(y));
			optimiser.zero_grad();
			this.penalties.addTo(this.objective.discriminatorLoss(l), x, null, y, l, judge).backward();
			optimiser.step();
		}
	}

	private void generatorStep(Mixture mixture, Perceptron generator, Perceptron discriminator, Adam optimiser) {
		try (PointerScope _ = new PointerScope()) {
			Tensor real = discriminator.forward(mixture.sample(BATCH)).flatten().detach();
			Tensor fake = discriminator.forward(drawn(generator)).flatten();
			optimiser.zero_grad();
			this.objective.generatorLoss(new Logits(real, fake)).backward();
			optimiser.step();
		}
	}

	private static Tensor drawn(Perceptron generator) {
		return generator.forward(torch.randn(BATCH, LATENT));
	}

	private static AdamOptions adam() {
		AdamOptions options = new AdamOptions(LEARNING_RATE);
		// The binding lays out this pair back to front.
		options.betas().put(1, 0.0).put(0, BETA2);
		return options;
	}

	/** As tables call it. */
	@Override
	public String toString() {
		StringBuilder words = new StringBuilder("`%s`".formatted(this.objective.name()));
		append(words, "R1", this.penalties.r1().gamma());
		append(words, "R2", this.penalties.r2().gamma());
		append(words, "gradient penalty", this.penalties.gradientPenalty().lambda());
		return words.append((this.discriminatorSteps > 1) ? ", k = " + this.discriminatorSteps : "").toString();
	}

	private static void append(StringBuilder words, String name, double weight) {
		if (weight > 0) {
			words.append(" + %s %s".formatted(name, weight));
		}
	}

}
