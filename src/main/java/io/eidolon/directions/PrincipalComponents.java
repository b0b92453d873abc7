package io.eidolon.directions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.eidolon.inference.Generator;
import io.eidolon.latent.Direction;
import io.eidolon.latent.LatentInput;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;

/**
 * Principal components of images, and the latents that go with them, after GANSpace
 * (Haerkoenen et al. 2020, "GANSpace: Discovering Interpretable GAN Controls", section
 * 2.2). The layer whose components are taken is the image itself, shrunk to a few cells
 * by area. With s_k the score of a picture in component k, the direction is that of the
 * regression of z on s_k:
 *
 * <pre>
 * v_k ~ E[z s_k]
 * </pre>
 *
 * In a class-conditional model scores are within the class: another class is a label, not
 * a direction.
 */
final class PrincipalComponents {

	/** Images that are generated, those of the seeds from 0 on. */
	private static final int PICTURES = 2048;

	/** Few, so that those of others get their turns between. */
	private static final int AT_ONCE = 8;

	private static final int GREY_CELLS = 16;

	private static final int COLOUR_CELLS = 8;

	/** Below this share of the variance there is only rounding. */
	private static final double LEAST_SHARE = 1e-6;

	private final Generator generator;

	private final ModelCard card;

	PrincipalComponents(Generator generator) {
		this.generator = generator;
		this.card = generator.card();
	}

	/** Finds the directions of the first components; fewer where there are no more. */
	List<FoundDirection> find(int count, double reach) {
		int dimension = this.card.latent().dimension();
		float[] z = Latents.sample(new Seed(0), PICTURES, dimension); // (PICTURES, D)
		double[][] cells = cells(z);
		centre(cells);
		Eigenvectors components = Eigenvectors.of(covariance(cells));
		List<FoundDirection> found = new ArrayList<>();
		for (int k = 0; k < Math.min(count, Math.min(components.values().length, dimension)); k++) {
			double share = components.values()[k] / components.total();
			if (share > LEAST_SHARE) {
				found.add(new FoundDirection("pc" + (k + 1), FoundDirection.Kind.PCA,
						"Principal component %s of the pictures".formatted(k + 1), null, share, -reach, reach,
						Direction.along(regression(z, cells, components.vectors()[k], dimension))));
			}
		}
		return found;
	}

	private double[][] cells(float[] z) {
		int dimension = this.card.latent().dimension();
		double[][] cells = new double[PICTURES][];
		for (int from = 0; from < PICTURES; from += AT_ONCE) {
			List<LatentInput> inputs = new ArrayList<>();
			for (int i = from; i < from + AT_ONCE; i++) {
				float[] row = new float[dimension];
				System.arraycopy(z, i * dimension, row, 0, dimension);
				inputs.add(new LatentInput(row, label(i)));
			}
			List<CompletableFuture<byte[]>> pictures = this.generator.generateAll(inputs);
			for (int i = 0; i < AT_ONCE; i++) {
				cells[from + i] = cells(pictures.get(i).join());
			}
		}
		return cells;
	}

	private int label(int picture) {
		return this.card.conditional() ? picture % this.card.classes().size() : 0;
	}

	/**
	 * The sum of each cell and channel of a picture of shape (height, width, channels).
	 */
	private double[] cells(byte[] samples) {
		int width = this.card.image().width();
		int height = this.card.image().height();
		int channels = this.card.image().channels();
		int most = (channels == 1) ? GREY_CELLS : COLOUR_CELLS;
		int columns = Math.min(most, width);
		int rows = Math.min(most, height);
		double[] cells = new double[rows * columns * channels];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int cell = (y * rows / height) * columns + x * columns / width;
				for (int channel = 0; channel < channels; channel++) {
					cells[cell * channels + channel] += samples[(y * width + x) * channels + channel] & 0xFF;
				}
			}
		}
		return cells;
	}

	/** Takes the mean of its class from each picture. */
	private void centre(double[][] cells) {
		int classes = Math.max(1, this.card.classes().size());
		for (int label = 0; label < Math.min(classes, PICTURES); label++) {
			double[] mean = new double[cells[0].length];
			int members = 0;
			for (int i = label; i < PICTURES; i += classes) {
				add(mean, cells[i], 1);
				members++;
			}
			for (int i = label; i < PICTURES; i += classes) {
				add(cells[i], mean, -1.0 / members);
			}
		}
	}

	private static double[][] covariance(double[][] cells) {
		double[][] covariance = new double[cells[0].length][cells[0].length];
		for (double[] picture : cells) {
			for (int row = 0; row < picture.length; row++) {
				add(covariance[row], picture, picture[row] / PICTURES);
			}
		}
		return covariance;
	}

	private static double[] regression(float[] z, double[][] cells, double[] component, int dimension) {
		double[] sum = new double[dimension];
		for (int i = 0; i < PICTURES; i++) {
			double score = 0;
			for (int cell = 0; cell < component.length; cell++) {
				score += cells[i][cell] * component[cell];
			}
			for (int d = 0; d < dimension; d++) {
				sum[d] += z[i * dimension + d] * score;
			}
		}
		return sum;
	}

	private static void add(double[] sum, double[] term, double factor) {
		for (int i = 0; i < sum.length; i++) {
			sum[i] += factor * term[i];
		}
	}

}
