package io.eidolon.training.loop;

import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Both players with their optimisers, and the average of the generator. The pointer scope
 * in which they are made owns their tensors.
 *
 * @param generator G
 * @param average the exponential moving average of G, which is what gets exported
 * @param discriminator D
 * @param generatorOptimiser Adam over the parameters of G
 * @param discriminatorOptimiser Adam over the parameters of D
 */
record Networks(GeneratorNetwork generator, GeneratorNetwork average, DiscriminatorNetwork discriminator,
		Adam generatorOptimiser, Adam discriminatorOptimiser) {

	private static final double BETA2 = 0.999;

	static Networks create(Settings settings) {
		torch.manual_seed(settings.seed());
		Architecture architecture = settings.architecture();
		GeneratorNetwork generator = architecture.generator();
		GeneratorNetwork average = architecture.generator();
		average.weights().moveTowards(generator.weights(), 1);
		average.weights().requireGradients(false);
		DiscriminatorNetwork discriminator = architecture.discriminator();
		return new Networks(generator, average, discriminator,
				new Adam(generator.weights().parameters(), adam(settings, settings.learningRate())),
				new Adam(discriminator.weights().parameters(), adam(settings, settings.discriminatorLearningRate())));
	}

	/**
	 * Sets the step sizes. A checkpoint brings those that it was written with, which is
	 * why they are set at every step.
	 * @param factor what the settings' step sizes are multiplied by
	 */
	void setLearningRates(Settings settings, double factor) {
		setLearningRate(this.generatorOptimiser, factor * settings.learningRate());
		setLearningRate(this.discriminatorOptimiser, factor * settings.discriminatorLearningRate());
	}

	private static void setLearningRate(Adam optimiser, double learningRate) {
		optimiser.param_groups().get(0).options().set_lr(learningRate);
	}

	private static AdamOptions adam(Settings settings, double learningRate) {
		AdamOptions options = new AdamOptions(learningRate);
		// The binding lays out this pair back to front.
		options.betas().put(1, settings.beta1()).put(0, BETA2);
		return options;
	}

}
