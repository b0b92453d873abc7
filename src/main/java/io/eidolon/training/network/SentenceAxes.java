package io.eidolon.training.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.eidolon.text.SentenceEncoder;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The directions in which the captions of a set say different things, each divided by the
 * standard deviation along it. The embeddings of a set have much in common and lie close
 * together; along these axes their numbers have the mean 0 and the variance 1 that those
 * of a latent have, so that networks tell captions apart from the start.
 * <p>
 * Where attributes of pictures are known, the first axes are those that correlate most
 * with what captions say of them (canonical correlation analysis, Hotelling 1936). The
 * others, or all where there are no attributes, are those of the largest variance that is
 * left (principal components).
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

	/** Axes that correlate less with any attribute are left to the variance. */
	private static final double CORRELATED = 0.1;

	/** What fewer captions say is left to the variance. */
	private static final int LEAST = 20;

	private static final int MOST_SAYINGS = 512;

	/**
	 * Finds the axes of embeddings.
	 * @param embeddings (captions, {@value SentenceEncoder#DIMENSION})
	 * @param said (captions, attributes) the number of the value that a caption says of
	 * each attribute, -1 where it leaves it open; an empty row where none are known
	 */
	public static SentenceAxes of(float[][] embeddings, int[][] said) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			List<Saying> sayings = sayings(said);
			Tensor sum = torch.zeros(LENGTH);
			Tensor products = torch.zeros(LENGTH, LENGTH);
			Tensor sayingSum = torch.zeros(sayings.size());
			Tensor sayingProducts = torch.zeros(sayings.size(), sayings.size());
			Tensor crossProducts = torch.zeros(LENGTH, sayings.size());
			for (int from = 0; from < embeddings.length; from += CHUNK) {
				try (PointerScope _ = new PointerScope()) {
					int to = Math.min(from + CHUNK, embeddings.length);
					Tensor rows = NewTensor.ofRows(embeddings, from, to);
					sum.add_(rows.sum(0));
					products.add_(rows.t().mm(rows));
					if (!sayings.isEmpty()) {
						Tensor values = values(Arrays.copyOfRange(said, from, to), sayings);
						sayingSum.add_(values.sum(0));
						sayingProducts.add_(values.t().mm(values));
						crossProducts.add_(rows.t().mm(values));
					}
				}
			}
			Scalar count = new Scalar(embeddings.length);
			Tensor mean = sum.div(count);
			Tensor covariance = covariance(products, count, mean, mean);
			Spectrum spectrum = Spectrum.of(covariance);
			Tensor axes = torch.zeros(LENGTH, 0);
			if (!sayings.isEmpty()) {
				Tensor sayingMean = sayingSum.div(count);
				axes = correlated(covariance, spectrum.inverseRoot(),
						covariance(crossProducts, count, mean, sayingMean),
						covariance(sayingProducts, count, sayingMean, sayingMean));
			}
			return new SentenceAxes(Weights.values(mean), Weights.values(filled(axes, covariance, spectrum)));
		}
	}

	private static Tensor covariance(Tensor products, Scalar count, Tensor mean, Tensor otherMean) {
		return products.div(count).sub(torch.outer(mean, otherMean));
	}

	/**
	 * The axes that correlate most with values of attributes.
	 * @param covariance of embeddings
	 * @param white its inverse root
	 * @param cross (LENGTH, values) the covariance of embeddings and values
	 * @param values the covariance of values
	 * @return (LENGTH, at most COUNT), along which variances are 1
	 */
	private static Tensor correlated(Tensor covariance, Tensor white, Tensor cross, Tensor values) {
		Tensor correlations = white.mm(cross).mm(Spectrum.of(values).inverseRoot());
		T_TensorTensor_T eigen = torch.linalg_eigh(correlations.mm(correlations.t()));
		long kept = Math.min(COUNT, eigen.get0().gt(new Scalar(CORRELATED * CORRELATED)).sum().item_long());
		Tensor axes = white.mm(eigen.get1().narrow(1, LENGTH - kept, kept).flip(1));
		return axes.div(axes.mul(covariance.mm(axes)).sum(0).sqrt());
	}

	/**
	 * Axes, and after them those of the largest variance of what they leave, COUNT in
	 * all.
	 */
	private static Tensor filled(Tensor axes, Tensor covariance, Spectrum spectrum) {
		long missing = COUNT - axes.size(1);
		if (missing == 0) {
			return axes;
		}
		Tensor along = covariance.mm(axes); // how embeddings go on average with each axis
		Spectrum left = (axes.size(1) > 0) ? Spectrum.of(covariance.sub(along.mm(along.t()))) : spectrum;
		Tensor variances = left.variances().narrow(0, LENGTH - missing, missing).flip(0);
		Tensor directions = left.directions().narrow(1, LENGTH - missing, missing).flip(1);
		Tensor scales = variances.clamp_min(new Scalar(spectrum.floor())).sqrt();
		Tensor others = directions.sub(axes.mm(along.t().mm(directions))).div(scales);
		return torch.cat(new TensorVector(axes, others), 1);
	}

	/** What many captions say; a column may as well hold names of files. */
	private static List<Saying> sayings(int[][] said) {
		Map<Saying, Integer> counts = new HashMap<>();
		for (int[] values : said) {
			for (int i = 0; i < values.length; i++) {
				if (values[i] >= 0) {
					counts.merge(new Saying(i, values[i]), 1, Integer::sum);
				}
			}
		}
		return counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() >= LEAST && entry.getValue() < said.length)
			.sorted(Comparator.<Map.Entry<Saying, Integer>>comparingInt(Map.Entry::getValue)
				.reversed()
				.thenComparing((entry) -> entry.getKey().attribute())
				.thenComparing((entry) -> entry.getKey().value()))
			.limit(MOST_SAYINGS)
			.map(Map.Entry::getKey)
			.toList();
	}

	/** (captions, sayings) 1 for what a caption says. */
	private static Tensor values(int[][] said, List<Saying> sayings) {
		float[] flat = new float[said.length * sayings.size()];
		for (int i = 0; i < said.length; i++) {
			for (int j = 0; j < sayings.size(); j++) {
				Saying saying = sayings.get(j);
				flat[i * sayings.size() + j] = saying.isIn(said[i]) ? 1 : 0;
			}
		}
		return NewTensor.of(flat, said.length, sayings.size());
	}

	/**
	 * The eigenvectors of a covariance C.
	 *
	 * @param variances in ascending order
	 * @param directions a column for each
	 */
	private record Spectrum(Tensor variances, Tensor directions) {

		static Spectrum of(Tensor covariance) {
			T_TensorTensor_T eigen = torch.linalg_eigh(covariance);
			return new Spectrum(eigen.get0(), eigen.get1());
		}

		/** What a variance counts as at least. */
		double floor() {
			return Math.max(FLOOR * this.variances.max().item_float(), Float.MIN_NORMAL);
		}

		/** The symmetric M with M C M = 1, but for directions of next to no variance. */
		Tensor inverseRoot() {
			Tensor scales = this.variances.clamp_min(new Scalar(floor())).sqrt();
			return this.directions.div(scales).mm(this.directions.t());
		}

	}

	/** That an attribute has a value. */
	private record Saying(int attribute, int value) {

		/** An empty row is of a caption whose pictures have no attributes. */
		boolean isIn(int[] said) {
			return this.attribute < said.length && said[this.attribute] == this.value;
		}

	}

}
