package io.eidolon.training.mixture;

import java.util.function.UnaryOperator;

import io.eidolon.training.loop.StopRequest;
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
 * The training of two small networks on a mixture, otherwise as the loop has it: k
 * updates of D, and then one of G. The learning rate falls to 0.
 *
 * @param objective the losses of both
 * @param penalties what is added to the loss of D
 * @param discriminatorSteps k
 */
record MixtureTraining(Objective objective, Penalties penalties, int discriminatorSteps) {

	private static final int LATENT = 2;

	private static final int HIDDEN = 128;

	private static final int BATCH = 128;

	private static final double LEARNING_RATE = 1e-3;

	private static final double BETA2 = 0.99;

	/**
	 * Trains a generator, and samples from it.
	 * @param steps the steps of G
	 * @param count how many samples to take then
	 * @param stop asked before each step
	 * @return (count, 2), in row-major order
	 */
	float[] train(Mixture mixture, int steps, int count, long seed, StopRequest stop) {
		try (PointerScope _ = new PointerScope()) {
			torch.manual_seed(seed);
			Perceptron generator = new Perceptron(LATENT, HIDDEN, HIDDEN, 2);
			Perceptron discriminator = new Perceptron(2, HIDDEN, HIDDEN, 1);
			Adam generatorOptimiser = new Adam(generator.parameters(), adam());
			Adam discriminatorOptimiser = new Adam(discriminator.parameters(), adam());
			for (int step = 0; step < steps; step++) {
				stop.check();
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
			Tensor y = generate(generator).detach().requires_grad_(this.penalties.r2().active());
			UnaryOperator<Tensor> logits = (points) -> discriminator.forward(points).flatten();
			Logits l = new Logits(logits.apply(x), logits.apply(y));
			optimiser.zero_grad();
			this.penalties.addTo(this.objective.discriminatorLoss(l), x, null, y, l, logits).backward();
			optimiser.step();
		}
	}

	private void generatorStep(Mixture mixture, Perceptron generator, Perceptron discriminator, Adam optimiser) {
		try (PointerScope _ = new PointerScope()) {
			Tensor real = discriminator.forward(mixture.sample(BATCH)).flatten().detach();
			Tensor fake = discriminator.forward(generate(generator)).flatten();
			optimiser.zero_grad();
			this.objective.generatorLoss(new Logits(real, fake)).backward();
			optimiser.step();
		}
	}

	private static Tensor generate(Perceptron generator) {
		return generator.forward(torch.randn(BATCH, LATENT));
	}

	private static AdamOptions adam() {
		AdamOptions options = new AdamOptions(LEARNING_RATE);
		// The binding has this pair in reverse order.
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
