package io.eidolon.training.encoder;

import io.eidolon.inference.gradient.GradientSession.GradientResults;
import io.eidolon.training.data.Batch;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One step of training E. Of the batch x, the first n pictures are generated, x = G(z),
 * and the others are real:
 *
 * <pre>
 * J(E) = mean_i |E(x_i) - z_i|^2 / D  +  p mean_i |G(E(x_i)) - x_i|^2 / CHW  +  r mean_j |E(x_j)|^2 / D
 *          i generated                     i any, x in [-1, 1]                  j real
 * </pre>
 *
 * G runs in ONNX Runtime, which gives the gradient dz_i of its term at E(x_i); the sum
 * over i of dz_i E(x_i), with dz_i as a constant, has the same gradient in E's weights.
 */
final class EncoderStep {

	/**
	 * p: pictures count more than latents, of which several give about the same picture.
	 */
	private static final double PICTURE = 30;

	/** r: enough to keep the latents of what G cannot generate from growing. */
	private static final double PRIOR = 0.01;

	private final EncoderNetwork encoder;

	private final Decoder decoder;

	private final Adam optimiser;

	private final ComputeType precision;

	EncoderStep(EncoderNetwork encoder, Decoder decoder, Adam optimiser, ComputeType precision) {
		this.encoder = encoder;
		this.decoder = decoder;
		this.optimiser = optimiser;
		this.precision = precision;
	}

	/**
	 * Updates E.
	 * @param z the latents of the generated pictures, (n, D)
	 * @param x the n generated pictures, followed by real ones
	 */
	Losses take(float[] z, Batch x) {
		int count = x.labels().length;
		int dimension = this.decoder.dimension();
		int generated = z.length / dimension;
		try (PointerScope _ = new PointerScope()) {
			this.optimiser.zero_grad();
			Tensor pictures = NewTensor.of(x.images(), count, this.decoder.image().channels(),
					this.decoder.image().height(), this.decoder.image().width());
			Tensor latents = this.encoder.forward(this.precision.enter(pictures), true);
			GradientResults results = this.decoder.compare(Weights.values(latents), x);
			Tensor dz = NewTensor.of(results.gradients(), count, dimension);

			double scale = 4 / (this.decoder.span() * this.decoder.span());
			Tensor latentError = torch.mse_loss(latents.narrow(0, 0, generated), NewTensor.of(z, generated, dimension));
			Tensor loss = latentError.add(latents.mul(dz).sum().mul(new Scalar(PICTURE * scale / count)));
			if (count > generated) {
				loss = loss.add(latents.narrow(0, generated, count - generated).square().mean().mul(new Scalar(PRIOR)));
			}
			loss.backward();
			this.optimiser.step();
			return new Losses(latentError.item_float(), scale * mean(results.losses(), 0, generated),
					scale * mean(results.losses(), generated, count));
		}
	}

	private static double mean(float[] values, int from, int to) {
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += values[i];
		}
		return sum / (to - from);
	}

	/**
	 * The terms without their weights, each a mean square.
	 *
	 * @param latents of generated pictures
	 * @param generated of generated pictures in [-1, 1]
	 * @param real of real pictures in [-1, 1], NaN when there are none
	 */
	record Losses(double latents, double generated, double real) {

	}

}
