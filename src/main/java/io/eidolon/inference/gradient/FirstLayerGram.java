package io.eidolon.inference.gradient;

import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import io.eidolon.graph.canonical.FirstLayer;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.Sha256;

/**
 * The first layer of a generator, y = A z + b, as it was found by running it.
 *
 * @param gram A^T A, of shape (dimension, dimension)
 */
public record FirstLayerGram(double[][] gram) {

	/** The longest latent of which all columns of A are asked for. */
	private static final int MAX_DIMENSION = 512;

	/** The most values of A. */
	private static final int MAX_VALUES = 1 << 25;

	private static final int PROBES = 4;

	private static final double TOLERANCE = 1e-3;

	/**
	 * Finds the first layer of a model. That of a class-conditional one is run with its
	 * first label.
	 * @param card the card of the generator that was opened from the source
	 * @return empty when the layer is not affine in the latent, or too large, or when the
	 * file is no longer the one that was opened
	 */
	public static Optional<FirstLayerGram> of(ModelSource source, ModelCard card) {
		String opened = card.files().get(String.valueOf(source.graph().getFileName()));
		if (card.latent().dimension() > MAX_DIMENSION || !Objects.equals(opened, Sha256.hex(source.graph()))) {
			return Optional.empty();
		}
		return FirstLayer.of(CanonicalModel.read(source).graph()).flatMap((layer) -> {
			try (GeneratorSession session = GeneratorSession.open("The first layer", layer, Device.CPU)) {
				return of(session, card);
			}
		});
	}

	private static Optional<FirstLayerGram> of(GeneratorSession session, ModelCard card) {
		int dimension = card.latent().dimension();
		long[] label = card.conditional() ? new long[1] : null;
		float[] origin = session.run(new float[dimension], label, 1);
		if ((long) origin.length * dimension > MAX_VALUES) {
			return Optional.empty();
		}
		float[][] columns = new float[dimension][];
		for (int d = 0; d < dimension; d++) {
			float[] unit = new float[dimension];
			unit[d] = 1;
			columns[d] = difference(session.run(unit, label, 1), origin);
		}
		Random random = new Random(dimension);
		for (int probe = 0; probe < PROBES; probe++) {
			float[] z = new float[dimension];
			for (int d = 0; d < dimension; d++) {
				z[d] = (float) random.nextGaussian();
			}
			if (!isProduct(columns, z, difference(session.run(z, label, 1), origin))) {
				return Optional.empty();
			}
		}
		return Optional.of(new FirstLayerGram(gram(columns)));
	}

	private static float[] difference(float[] y, float[] origin) {
		float[] difference = new float[y.length];
		for (int i = 0; i < y.length; i++) {
			difference[i] = y[i] - origin[i];
		}
		return difference;
	}

	/** Whether A z = y. */
	private static boolean isProduct(float[][] columns, float[] z, float[] y) {
		double error = 0;
		double norm = 0;
		for (int i = 0; i < y.length; i++) {
			double sum = 0;
			for (int d = 0; d < z.length; d++) {
				sum += (double) columns[d][i] * z[d];
			}
			error += (sum - y[i]) * (sum - y[i]);
			norm += (double) y[i] * y[i];
		}
		// What is no number is no product either.
		return norm > 0 && error <= TOLERANCE * TOLERANCE * norm;
	}

	private static double[][] gram(float[][] columns) {
		double[][] gram = new double[columns.length][columns.length];
		for (int row = 0; row < columns.length; row++) {
			for (int column = 0; column <= row; column++) {
				double sum = 0;
				for (int i = 0; i < columns[row].length; i++) {
					sum += (double) columns[row][i] * columns[column][i];
				}
				gram[row][column] = sum;
				gram[column][row] = sum;
			}
		}
		return gram;
	}

}
