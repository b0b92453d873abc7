package io.eidolon.training.encoder;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.training.data.Batch;
import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.encoder.EncoderStep.Losses;
import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.ComputeType;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains an encoder for a generator, on pictures that this generates and on real ones.
 *
 * @param steps after how many batches it ends
 * @param limit the time after which it ends, if that comes first; null for none
 * @param batch pictures in a step, half of them real where there are real ones
 * @param learningRate of Adam at the start; it falls along half a cosine to zero
 * @param seed the seed of weights, latents and order
 * @param precision what the convolutions compute with
 * @param nanoTime a clock in nanoseconds
 */
public record EncoderTraining(long steps, @Nullable Duration limit, int batch, double learningRate, long seed,
		ComputeType precision, LongSupplier nanoTime) {

	private static final Logger logger = LoggerFactory.getLogger(EncoderTraining.class);

	private static final int REPORT_EVERY = 100;

	/** How many pictures of each kind the trained encoder is evaluated on. */
	private static final int MEASURED = 256;

	/**
	 * Trains and evaluates an encoder.
	 * @param card the card of the model, complete
	 * @param real real pictures, of which the held-out ones are for evaluation; null to
	 * train on generated ones alone
	 * @param stop asked before each step
	 * @throws io.eidolon.training.loop.StoppedException when it was told to stop
	 * @throws TrainingException when the losses are not finite
	 * @throws io.eidolon.training.export.ParityException when the graph does not compute
	 * what the network does
	 * @throws io.eidolon.graph.gradient.UnsupportedOperatorException when the generator
	 * has no gradient
	 */
	public TrainedEncoder train(CanonicalModel model, ModelCard card, PictureSet.@Nullable Split real,
			StopRequest stop) {
		try (Decoder decoder = Decoder.open(model, card)) {
			EncoderGraph graph = train(decoder, (real != null) ? real.training() : null, stop);
			try (FeatureExtractor encoder = FeatureExtractor.open("The encoder", graph.bytes())) {
				Reconstruction reconstruction = new Reconstruction(encoder, decoder);
				float[] z = Latents.sample(new Seed(0), MEASURED, decoder.dimension());
				double generated = reconstruction
					.psnr(decoder.generate(z, decoder.labels(MEASURED, new Random(this.seed))));
				return new TrainedEncoder(graph, generated,
						(real != null) ? reconstruction.psnr(decoder.inRange(all(real.heldOut()))) : null);
			}
		}
	}

	private Batch all(PictureSet pictures) {
		try (BatchLoader batches = new BatchLoader(pictures, Math.min(MEASURED, pictures.size()), false, this.seed,
				0)) {
			return batches.next();
		}
	}

	private EncoderGraph train(Decoder decoder, @Nullable PictureSet real, StopRequest stop) {
		try (PointerScope _ = new PointerScope();
				BatchLoader batches = (real != null) ? new BatchLoader(real, this.batch / 2, false, this.seed, 0)
						: null) {
			torch.manual_seed(this.seed);
			EncoderNetwork encoder = new EncoderNetwork(decoder.image(), decoder.dimension());
			logger.info("Encoder of {}", encoder);
			Adam optimiser = new Adam(encoder.parameters(), new AdamOptions(this.learningRate));
			EncoderStep encoderStep = new EncoderStep(encoder, decoder, optimiser, this.precision);
			RandomGenerator random = new Random(this.seed);
			long start = this.nanoTime.getAsLong();
			double progress = 0;
			long step = 0;
			while (progress < 1) {
				stop.check();

				// Large steps first, and none at the end
				double rate = this.learningRate * Schedule.COSINE.at(progress, 0);
				optimiser.param_groups().get(0).options().set_lr(rate);

				// Generated pictures, whose latents are known, and real ones
				Batch pictures = (batches != null) ? decoder.inRange(batches.next()) : null;
				int count = this.batch - ((pictures != null) ? pictures.labels().length : 0);
				float[] z = normal(random, count * decoder.dimension());
				Batch generated = decoder.generate(z, decoder.labels(count, random));

				Losses losses = encoderStep.take(z, (pictures != null) ? joined(generated, pictures) : generated);
				step++;
				Duration elapsed = Duration.ofNanos(this.nanoTime.getAsLong() - start);
				progress = progress(step, elapsed);
				if (step % REPORT_EVERY == 0 || progress >= 1) {
					report(step, losses, elapsed);
				}
			}
			float[] z = normal(random, EncoderGraph.PROOFS * decoder.dimension());
			return EncoderGraph.of(encoder, step, decoder.image(),
					decoder.generate(z, decoder.labels(EncoderGraph.PROOFS, random)).images());
		}
	}

	private double progress(long step, Duration elapsed) {
		double share = (double) step / this.steps;
		return (this.limit != null) ? Math.max(share, (double) elapsed.toNanos() / this.limit.toNanos()) : share;
	}

	private void report(long step, Losses losses, Duration elapsed) {
		if (!Double.isFinite(losses.latents() + losses.generated())) {
			throw new TrainingException(
					"The losses are not finite at step %s; try a smaller learning-rate".formatted(step));
		}
		String real = Double.isNaN(losses.real()) ? ""
				: String.format(Locale.ROOT, " | real %.1f dB", Reconstruction.decibels(losses.real(), 2));
		logger.info("step {} | {} pictures/s | latents {} | generated {} dB{}", step,
				Math.round(step * this.batch * 1e9 / elapsed.toNanos()),
				String.format(Locale.ROOT, "%.3f", losses.latents()),
				String.format(Locale.ROOT, "%.1f", Reconstruction.decibels(losses.generated(), 2)), real);
	}

	private static Batch joined(Batch one, Batch other) {
		float[] images = Arrays.copyOf(one.images(), one.images().length + other.images().length);
		System.arraycopy(other.images(), 0, images, one.images().length, other.images().length);
		long[] labels = Arrays.copyOf(one.labels(), one.labels().length + other.labels().length);
		System.arraycopy(other.labels(), 0, labels, one.labels().length, other.labels().length);
		return new Batch(images, labels);
	}

	private static float[] normal(RandomGenerator random, int length) {
		float[] values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

}
