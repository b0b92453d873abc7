package io.eidolon.training.quality;

import java.util.function.IntFunction;
import java.util.function.Supplier;

import io.eidolon.training.data.Batch;
import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a feature network to tell the classes of labelled pictures apart.
 *
 * @param epochs how often each picture is seen
 * @param seed the seed of weights, order and shifts
 */
public record FeatureTraining(int epochs, long seed) {

	private static final Logger logger = LoggerFactory.getLogger(FeatureTraining.class);

	/** The side of the pictures that it takes, in pixels. */
	public static final int SIZE = FeatureNetwork.SIZE;

	/** The channels of the pictures that it takes. */
	public static final int CHANNELS = FeatureNetwork.CHANNELS;

	private static final int MAX_BATCH = 128;

	private static final double LEARNING_RATE = 3e-3;

	private static final int SHIFT = 4;

	private static final double LABEL_SMOOTHING = 0.1;

	private static final long MEAN = 1;

	private static final long IGNORE_NONE = -100;

	/**
	 * Trains, with mirrored and shifted pictures.
	 * @param pictures colour pictures of {@value FeatureNetwork#SIZE} pixels
	 * @param stop asked before each step
	 * @return the network as the bytes of an {@code .onnx} file
	 */
	public byte[] train(PictureSet pictures, StopRequest stop) {
		int batch = Math.min(MAX_BATCH, pictures.size());
		try (BatchLoader batches = new BatchLoader(pictures, batch, true, this.seed, 0)) {
			return train(pictures.classes().size(), pictures.size(), (_) -> batches::next, stop);
		}
	}

	/**
	 * Trains, with shifted pictures.
	 * @param pictures how many are seen in an epoch
	 * @param batches makes batches of such a size
	 */
	byte[] train(int classes, int pictures, IntFunction<Supplier<Batch>> batches, StopRequest stop) {
		int batch = Math.min(MAX_BATCH, pictures);
		Supplier<Batch> next = batches.apply(batch);
		try (PointerScope _ = new PointerScope()) {
			torch.manual_seed(this.seed);
			FeatureNetwork network = new FeatureNetwork(classes);
			Adam optimiser = new Adam(network.parameters(), new AdamOptions(LEARNING_RATE));
			long stepsPerEpoch = pictures / batch;
			long steps = this.epochs * stepsPerEpoch;
			for (long step = 0; step < steps; step++) {
				stop.check();
				// Large steps first, and none at the end
				double rate = LEARNING_RATE * Schedule.COSINE.at((double) step / steps, 0);
				optimiser.param_groups().get(0).options().set_lr(rate);
				double loss = take(network, optimiser, next.get(), (step + 1) % stepsPerEpoch == 0);
				if ((step + 1) % stepsPerEpoch == 0) {
					logger.info("Epoch {} of {} | loss {}", (step + 1) / stepsPerEpoch, this.epochs, loss);
				}
			}
			return network.toOnnx();
		}
	}

	private static double take(FeatureNetwork network, Adam optimiser, Batch batch, boolean report) {
		try (PointerScope _ = new PointerScope()) {
			Tensor x = NewTensor.of(batch.images(), batch.labels().length, FeatureNetwork.CHANNELS, FeatureNetwork.SIZE,
					FeatureNetwork.SIZE);
			optimiser.zero_grad();
			Tensor loss = torch.cross_entropy_loss(network.forward(shifted(x), true), NewTensor.of(batch.labels()),
					new TensorOptional(), MEAN, IGNORE_NONE, LABEL_SMOOTHING);
			loss.backward();
			optimiser.step();
			return report ? loss.item_float() : 0;
		}
	}

	/** Moves all pictures of a batch by up to {@value #SHIFT} pixels. */
	private static Tensor shifted(Tensor x) {
		Tensor padded = torch.constant_pad_nd(x, SHIFT, SHIFT, SHIFT, SHIFT);
		return padded.narrow(2, offset(), FeatureNetwork.SIZE).narrow(3, offset(), FeatureNetwork.SIZE);
	}

	private static long offset() {
		return (long) (torch.rand(1).item_float() * (2 * SHIFT + 1));
	}

}
