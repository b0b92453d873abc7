package io.eidolon.training.network;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.eidolon.text.SentenceEncoder;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How clearly captions say what is known of their pictures: a ridge regression from the
 * embeddings of all captions to the values of attributes that they say. What it reads of
 * a caption that leaves an attribute open is the share of captions that say that value.
 *
 * @param attributes how many values each attribute has
 * @param mean ({@value SentenceEncoder#DIMENSION}) of the embeddings
 * @param weights ({@value SentenceEncoder#DIMENSION}, values of all attributes) row by
 * row
 * @param shares (values of all attributes) of the captions that say a value
 */
public record AttributeReading(int[] attributes, float[] mean, float[] weights, float[] shares) {

	private static final int LENGTH = SentenceEncoder.DIMENSION;

	private static final int CHUNK = 4096;

	/** The weight of the ridge, as a share of the mean variance of an embedding. */
	private static final double RIDGE = 1e-2;

	private static final double EPSILON = 1e-6;

	/**
	 * Learns from captions.
	 * @param embeddings (captions, {@value SentenceEncoder#DIMENSION})
	 * @param said (captions, attributes) the number of the value that a caption says of
	 * each attribute, -1 where it leaves it open
	 * @param attributes how many values each attribute has
	 */
	public static AttributeReading of(float[][] embeddings, int[][] said, int[] attributes) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			int values = Arrays.stream(attributes).sum();
			Tensor sum = torch.zeros(LENGTH);
			Tensor products = torch.zeros(LENGTH, LENGTH);
			Tensor valueSum = torch.zeros(values);
			Tensor crossProducts = torch.zeros(LENGTH, values);
			for (int from = 0; from < embeddings.length; from += CHUNK) {
				try (PointerScope _ = new PointerScope()) {
					int to = Math.min(from + CHUNK, embeddings.length);
					Tensor rows = NewTensor.ofRows(embeddings, from, to);
					Tensor ones = values(Arrays.copyOfRange(said, from, to), attributes, values);
					sum.add_(rows.sum(0));
					products.add_(rows.t().mm(rows));
					valueSum.add_(ones.sum(0));
					crossProducts.add_(rows.t().mm(ones));
				}
			}
			Scalar count = new Scalar(embeddings.length);
			Tensor mean = sum.div(count);
			Tensor shares = valueSum.div(count);
			Tensor covariance = products.div(count).sub(torch.outer(mean, mean));
			T_TensorTensor_T eigen = torch.linalg_eigh(covariance);
			Scalar ridge = new Scalar(RIDGE * eigen.get0().mean().item_float());
			Tensor inverse = eigen.get1().div(eigen.get0().add(ridge)).mm(eigen.get1().t());
			Tensor weights = inverse.mm(crossProducts.div(count).sub(torch.outer(mean, shares)));
			return new AttributeReading(attributes.clone(), Weights.values(mean), Weights.values(weights),
					Weights.values(shares));
		}
	}

	/**
	 * How much of each picture's attributes its caption says: 0 where it says no more
	 * than any caption, 1 where the value is read without doubt.
	 * @param sentences (N, {@value SentenceEncoder#DIMENSION})
	 * @param of (N, attributes) the numbers of the pictures' values, below 0 where they
	 * are not known
	 * @return (N, attributes) in [0, 1]
	 */
	public Tensor clarity(Tensor sentences, Tensor of) {
		Tensor shares = NewTensor.of(this.shares).to(sentences);
		Tensor weights = NewTensor.of(this.weights, LENGTH, this.shares.length).to(sentences);
		// Beyond the shares
		Tensor gained = sentences.sub(NewTensor.of(this.mean).to(sentences)).mm(weights);
		Tensor most = shares.neg().add(new Scalar(1)).clamp_min(new Scalar(EPSILON));
		Tensor numbers = of.clamp_min(new Scalar(0)).add(NewTensor.of(offsets()).to(of));
		Tensor clear = gained.div(most).gather(1, numbers).clamp_min(new Scalar(0)).clamp_max(new Scalar(1));
		return clear.mul(of.ge(new Scalar(0)));
	}

	/** Where the values of each attribute begin. */
	private long[] offsets() {
		return IntStream.range(0, this.attributes.length)
			.mapToLong((i) -> Arrays.stream(this.attributes).limit(i).sum())
			.toArray();
	}

	/** (captions, values) 1 for what a caption says. */
	private static Tensor values(int[][] said, int[] attributes, int values) {
		float[] flat = new float[said.length * values];
		for (int i = 0; i < said.length; i++) {
			int offset = i * values;
			for (int j = 0; j < said[i].length; j++) {
				if (said[i][j] >= 0) {
					flat[offset + said[i][j]] = 1;
				}
				offset += attributes[j];
			}
		}
		return NewTensor.of(flat, said.length, values);
	}

}
