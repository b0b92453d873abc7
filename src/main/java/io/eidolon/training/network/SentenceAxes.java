package io.eidolon.training.network;

import java.util.Arrays;

import io.eidolon.text.SentenceEncoder;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The directions in which the captions of a set differ most (principal components), each
 * divided by the standard deviation along it. The embeddings of a set have much in common
 * and lie close together; along these axes their numbers have the mean 0 and the variance
 * 1 that those of a latent have, so that networks tell captions apart from the start.
 *
 * @param mean ({@value SentenceEncoder#DIMENSION}) of the embeddings
 * @param axes ({@value SentenceEncoder#DIMENSION}, {@value #COUNT}) row by row
 */
public record SentenceAxes(float[] mean, float[] axes) {

	/** How many directions are kept. */
	public static final int COUNT = 64;

	private static final int LENGTH = SentenceEncoder.DIMENSION;

	private static final int CHUNK = 4096;

	/** A variance counts as this share of the largest at least. */
	private static final double FLOOR = 1e-3;

	/**
	 * Finds the axes of embeddings.
	 * @param embeddings (captions, {@value SentenceEncoder#DIMENSION})
	 */
	public static SentenceAxes of(float[][] embeddings) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Tensor sum = torch.zeros(LENGTH);
			Tensor products = torch.zeros(LENGTH, LENGTH);
			for (int from = 0; from < embeddings.length; from += CHUNK) {
				add(embeddings, from, sum, products);
			}
			Scalar count = new Scalar(embeddings.length);
			Tensor mean = sum.div(count);
			Tensor covariance = products.div(count).sub(torch.outer(mean, mean));
			T_TensorTensor_T eigen = torch.linalg_eigh(covariance);
			Tensor variances = eigen.get0().narrow(0, LENGTH - COUNT, COUNT).flip(0);
			Tensor directions = eigen.get1().narrow(1, LENGTH - COUNT, COUNT).flip(1);
			double floor = Math.max(FLOOR * variances.narrow(0, 0, 1).item_float(), Float.MIN_NORMAL);
			Tensor axes = directions.div(variances.clamp_min(new Scalar(floor)).sqrt());
			return new SentenceAxes(Weights.values(mean), Weights.values(axes));
		}
	}

	private static void add(float[][] embeddings, int from, Tensor sum, Tensor products) {
		try (PointerScope _ = new PointerScope()) {
			float[][] chunk = Arrays.copyOfRange(embeddings, from, Math.min(from + CHUNK, embeddings.length));
			float[] flat = new float[chunk.length * LENGTH];
			for (int i = 0; i < chunk.length; i++) {
				System.arraycopy(chunk[i], 0, flat, i * LENGTH, LENGTH);
			}
			Tensor rows = NewTensor.of(flat, chunk.length, LENGTH);
			sum.add_(rows.sum(0));
			products.add_(rows.t().mm(rows));
		}
	}

}
