package io.eidolon.training.loop;

import java.util.List;

import io.eidolon.training.network.AidedDiscriminator;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Both networks with their optimisers, and the average of the generator. The pointer
 * scope in which they are made owns their tensors.
 *
 * @param generator G
 * @param average the exponential moving average of G, which is what gets exported
 * @param discriminator D
 * @param aided the second discriminator, or null
 * @param generatorOptimiser Adam over the parameters of G
 * @param discriminatorOptimiser Adam over the parameters of D and of the second
 * discriminator
 * @param augmentation how often what D sees is changed
 */
record Networks(GeneratorNetwork generator, GeneratorNetwork average, DiscriminatorNetwork discriminator,
		@Nullable AidedDiscriminator aided, Adam generatorOptimiser, Adam discriminatorOptimiser,
		AdaptiveAugmentation augmentation) {

	static Networks create(Settings settings) {
		torch.manual_seed(settings.seed());
		Architecture architecture = settings.architecture();
		GeneratorNetwork generator = architecture.generator();
		GeneratorNetwork average = architecture.generator();
		average.weights().moveTowards(generator.weights(), 1);
		average.weights().requireGradients(false);
		DiscriminatorNetwork discriminator = architecture.discriminator();
		if (settings.sentenceAxes() != null) {
			generator.fit(settings.sentenceAxes());
			average.fit(settings.sentenceAxes());
			discriminator.fit(settings.sentenceAxes());
		}
		VisionAid aid = settings.aid();
		AidedDiscriminator aided = (aid != null) ? new AidedDiscriminator(aid.trunk(), aid.side(), aid.precision())
				: null;
		ComputeDevice device = settings.device();
		List.of(generator, average).forEach((network) -> network.weights().moveTo(device));
		discriminator.weights().moveTo(device);
		if (aided != null) {
			aided.moveTo(device);
		}
		return new Networks(generator, average, discriminator, aided,
				new Adam(generator.weights().parameters(), adam(settings, settings.learningRate())),
				new Adam(parameters(discriminator, aided), adam(settings, settings.discriminatorLearningRate())),
				new AdaptiveAugmentation(settings.options().augmentTarget()));
	}

	/** The parameters of both discriminators. */
	TensorVector discriminatorParameters() {
		return parameters(this.discriminator, this.aided);
	}

	private static TensorVector parameters(DiscriminatorNetwork discriminator, @Nullable AidedDiscriminator aided) {
		TensorVector parameters = discriminator.weights().parameters();
		if (aided != null) {
			for (Tensor parameter : aided.weights().parameters().get()) {
				parameters.push_back(parameter);
			}
		}
		return parameters;
	}

	/**
	 * Sets step sizes and beta2. A checkpoint brings those that it was written with,
	 * which is why they are set at every step.
	 * @param progress the share of the run that is over
	 */
	void follow(Settings settings, double progress) {
		double factor = settings.schedules().learningRate(progress);
		double beta2 = settings.schedules().beta2(settings.beta2(), progress);
		set(this.generatorOptimiser, factor * settings.learningRate(), beta2);
		set(this.discriminatorOptimiser, factor * settings.discriminatorLearningRate(), beta2);
	}

	private static void set(Adam optimiser, double learningRate, double beta2) {
		OptimizerOptions options = optimiser.param_groups().get(0).options();
		options.set_lr(learningRate);
		// The binding lays out this pair back to front
		new AdamOptions(options).betas().put(0, beta2);
	}

	private static AdamOptions adam(Settings settings, double learningRate) {
		AdamOptions options = new AdamOptions(learningRate);
		// The binding lays out this pair back to front.
		options.betas().put(1, settings.beta1()).put(0, settings.beta2());
		options.weight_decay().put(settings.options().weightDecay());
		return options;
	}

}
