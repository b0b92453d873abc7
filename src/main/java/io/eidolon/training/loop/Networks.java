package io.eidolon.training.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.eidolon.training.network.AidedDiscriminator;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.AttributeHead;
import io.eidolon.training.network.AttributeReading;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.JointEncoder;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.PairDiscriminator;
import io.eidolon.training.network.RotationHead;
import io.eidolon.training.network.VariationalEncoder;
import io.eidolon.training.network.Weights;
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
 * @param rotation what tells rotations, or null
 * @param attributes what tells attributes, or null
 * @param joint the encoder that is trained with G, and what tells its pairs, or null
 * @param variational what tells latents of real pictures, for them to be generated again,
 * or null
 * @param generatorOptimiser Adam over the parameters of G and of the encoders
 * @param discriminatorOptimiser Adam over the parameters of D and of what it learns
 * beside
 * @param augmentation how often what D sees is changed
 */
record Networks(GeneratorNetwork generator, GeneratorNetwork average, DiscriminatorNetwork discriminator,
		@Nullable AidedDiscriminator aided, @Nullable RotationHead rotation, @Nullable AttributeHead attributes,
		JointStep.@Nullable Parts joint, @Nullable VariationalEncoder variational, Adam generatorOptimiser,
		Adam discriminatorOptimiser, AdaptiveAugmentation augmentation) {

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
		RotationHead rotation = (settings.options().rotation() > 0) ? new RotationHead(discriminator, architecture)
				: null;
		JointStep.Parts joint = settings.options().jointEncoder() ? new JointStep.Parts(new JointEncoder(architecture),
				new PairDiscriminator(discriminator, architecture)) : null;
		AttributeReading reading = settings.attributeReading();
		AttributeHead attributes = (reading != null)
				? new AttributeHead(discriminator, architecture, reading.attributes()) : null;
		VariationalEncoder variational = (settings.options().reconstruction() > 0)
				? new VariationalEncoder(architecture) : null;
		ComputeDevice device = settings.device();
		List.of(generator, average).forEach((network) -> network.weights().moveTo(device));
		discriminator.weights().moveTo(device);
		if (aided != null) {
			aided.moveTo(device);
		}
		if (rotation != null) {
			rotation.weights().moveTo(device);
		}
		if (attributes != null) {
			attributes.weights().moveTo(device);
		}
		if (joint != null) {
			joint.encoder().weights().moveTo(device);
			joint.discriminator().weights().moveTo(device);
		}
		if (variational != null) {
			variational.weights().moveTo(device);
		}
		return new Networks(generator, average, discriminator, aided, rotation, attributes, joint, variational,
				new Adam(ofGenerator(generator, joint, variational), adam(settings, settings.learningRate())),
				new Adam(ofDiscriminator(discriminator, aided, rotation, attributes, joint),
						adam(settings, settings.discriminatorLearningRate())),
				new AdaptiveAugmentation(settings.options().augmentTarget()));
	}

	/** G(z) in training, in single precision. */
	Tensor generate(ComputeType type, Tensor z, ConditionTensors condition) {
		return type.leave(this.generator.forward(type.enter(z), condition, Mode.TRAINING));
	}

	/** The parameters of G and of the encoders. */
	TensorVector generatorParameters() {
		return ofGenerator(this.generator, this.joint, this.variational);
	}

	/** The parameters of D and of what it learns beside. */
	TensorVector discriminatorParameters() {
		return ofDiscriminator(this.discriminator, this.aided, this.rotation, this.attributes, this.joint);
	}

	/** The weights of what settings add, by the names under which they are stored. */
	Map<String, Weights> added() {
		Map<String, Weights> added = new LinkedHashMap<>();
		if (this.aided != null) {
			added.put(CheckpointParts.AIDED, this.aided.weights());
		}
		if (this.rotation != null) {
			added.put(CheckpointParts.ROTATION_HEAD, this.rotation.weights());
		}
		if (this.attributes != null) {
			added.put(CheckpointParts.ATTRIBUTE_HEAD, this.attributes.weights());
		}
		if (this.joint != null) {
			added.put(CheckpointParts.JOINT_ENCODER, this.joint.encoder().weights());
			added.put(CheckpointParts.PAIR_DISCRIMINATOR, this.joint.discriminator().weights());
		}
		if (this.variational != null) {
			added.put(CheckpointParts.VARIATIONAL_ENCODER, this.variational.weights());
		}
		return added;
	}

	/** Measures the statistics of batches for evaluation anew, over real pictures. */
	void calibrate(Supplier<Tensor> real) {
		Evaluation.calibrate(this.discriminator, real);
		if (this.joint != null) {
			Evaluation.calibrate(this.joint.encoder()::forward, real);
		}
	}

	/** What the run ends with, ready for evaluation. */
	TrainedNetworks trained(long step) {
		return new TrainedNetworks(this.average, this.discriminator, (this.joint != null) ? this.joint.encoder() : null,
				step);
	}

	private static TensorVector ofGenerator(GeneratorNetwork generator, JointStep.@Nullable Parts joint,
			@Nullable VariationalEncoder variational) {
		TensorVector parameters = generator.weights().parameters();
		if (joint != null) {
			append(parameters, joint.encoder().weights());
		}
		if (variational != null) {
			append(parameters, variational.weights());
		}
		return parameters;
	}

	private static TensorVector ofDiscriminator(DiscriminatorNetwork discriminator, @Nullable AidedDiscriminator aided,
			@Nullable RotationHead rotation, @Nullable AttributeHead attributes, JointStep.@Nullable Parts joint) {
		TensorVector parameters = discriminator.weights().parameters();
		if (aided != null) {
			append(parameters, aided.weights());
		}
		if (rotation != null) {
			append(parameters, rotation.weights());
		}
		if (attributes != null) {
			append(parameters, attributes.weights());
		}
		if (joint != null) {
			append(parameters, joint.discriminator().weights());
		}
		return parameters;
	}

	private static void append(TensorVector parameters, Weights more) {
		for (Tensor parameter : more.parameters().get()) {
			parameters.push_back(parameter);
		}
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
