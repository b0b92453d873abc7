package io.eidolon.training.loop;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Runs networks without learning from it. */
public final class Evaluation {

	/** How much pictures differ at least, in their range of -1 to 1. */
	private static final double LEAST_SPREAD = 1e-4;

	private static final int CALIBRATION_BATCHES = 32;

	private static final int CALIBRATION_BATCH = 64;

	private Evaluation() {
	}

	/**
	 * Generates pictures in evaluation mode, without captions.
	 * @param z (count, latentDimension)
	 * @param labels (count), not looked at for a generator that takes none
	 * @return (count, channels, height, width) in [-1, 1]
	 */
	public static float[] generate(GeneratorNetwork generator, float[] z, long[] labels) {
		return generate(generator, z, labels, Captions.none(labels.length));
	}

	/**
	 * Generates pictures in evaluation mode.
	 * @param z (count, latentDimension)
	 * @param labels (count), not looked at for a generator that takes none
	 * @param captions as many, not looked at for a generator that reads none
	 * @return (count, channels, height, width) in [-1, 1]
	 */
	public static float[] generate(GeneratorNetwork generator, float[] z, long[] labels, Captions captions) {
		return forward(generator, z, labels, captions, Mode.EVALUATION);
	}

	/**
	 * Refuses a generator whose pictures are all the same.
	 * @throws UnfitGeneratorException if it is one
	 */
	static void requireSpread(GeneratorNetwork generator) {
		if (spread(generator) < LEAST_SPREAD) {
			throw new UnfitGeneratorException(
					"The run has diverged: all pictures of the generator are the same; a smaller "
							+ "learning-rate or another objective may help");
		}
	}

	/** How much pictures of different latents differ: their mean deviation per sample. */
	private static double spread(GeneratorNetwork generator) {
		Architecture architecture = generator.architecture();
		int count = 16;
		float[] z = Latents.sample(new Seed(0), count, architecture.latentDimension());
		float[] images = generate(generator, z, new long[count]);
		int samples = images.length / count;
		double sum = 0;
		for (int i = 0; i < samples; i++) {
			double mean = 0;
			double square = 0;
			for (int j = 0; j < count; j++) {
				double value = images[j * samples + i];
				mean += value / count;
				square += value * value / count;
			}
			sum += Math.sqrt(Math.max(0, square - mean * mean));
		}
		return sum / samples;
	}

	/**
	 * Measures the statistics that normalise in evaluation mode anew, over many latents.
	 * Averaged weights are not the ones that the running statistics were gathered with. A
	 * network without normalisation has none.
	 */
	public static void calibrate(GeneratorNetwork generator) {
		if (!generator.weights().hasBuffers()) {
			return;
		}
		Architecture architecture = generator.architecture();
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(0);
		for (int batch = 0; batch < CALIBRATION_BATCHES; batch++) {
			float[] z = new float[CALIBRATION_BATCH * architecture.latentDimension()];
			for (int i = 0; i < z.length; i++) {
				z[i] = (float) random.nextGaussian();
			}
			long[] labels = new long[CALIBRATION_BATCH];
			for (int i = 0; i < labels.length; i++) {
				labels[i] = architecture.conditional() ? random.nextInt(architecture.classes()) : 0;
			}
			forward(generator, z, labels, Captions.none(CALIBRATION_BATCH), Mode.calibration(batch));
		}
	}

	/**
	 * Measures the statistics of D for evaluation mode anew, over real pictures. Those
	 * gathered in training are of real and fake pictures together.
	 * @param real gives another batch (N, channels, height, width) in [-1, 1]
	 */
	public static void calibrate(DiscriminatorNetwork discriminator, Supplier<Tensor> real) {
		calibrate((x, mode) -> discriminator.features(discriminator.maps(x, mode), mode), real);
	}

	/** Measures those of any network of pictures likewise. */
	static void calibrate(BiFunction<Tensor, Mode, Tensor> network, Supplier<Tensor> real) {
		for (int batch = 0; batch < CALIBRATION_BATCHES; batch++) {
			try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
				network.apply(real.get(), Mode.calibration(batch));
			}
		}
	}

	private static float[] forward(GeneratorNetwork generator, float[] z, long[] labels, Captions captions, Mode mode) {
		Architecture architecture = generator.architecture();
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			ComputeDevice device = generator.weights().device();
			Tensor latents = device.enter(NewTensor.of(z, labels.length, architecture.latentDimension()));
			ConditionTensors condition = ConditionTensors
				.ofLabel(architecture.conditional() ? device.enter(NewTensor.of(labels)) : null);
			return Weights.values(generator.forward(latents,
					architecture.readsText() ? captions.addTo(condition, device) : condition, mode));
		}
	}

}
