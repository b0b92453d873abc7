package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import ai.onnxruntime.OrtException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;

/**
 * Holds the gradient that a graph computes in 32 bits against the slope of its loss,
 * {@code (L(z + hv) - L(z - hv)) / 2h}, which is computed in 64 bits from the forward
 * graph alone.
 */
final class CentralDifferences {

	/** Small for 64 bits, where the error goes with its square. */
	static final double STEP = 1e-6;

	/** For losses that are linear in z, where any step is exact. */
	static final double LINEAR_STEP = 1;

	private final Sessions sessions;

	private final double step;

	CentralDifferences(Sessions sessions, double step) {
		this.sessions = sessions;
		this.step = step;
	}

	/**
	 * The greatest difference between both along some directions, as a share of the
	 * greatest slope.
	 * @param inputs what the loss and the generator read, with z (N, D) among it
	 * @param directions each of length D
	 */
	double error(OnnxGraph generator, Loss loss, Map<String, Values> inputs, List<double[]> directions)
			throws OrtException {
		return error(generator, loss, inputs, "z", directions);
	}

	/** The same of the gradient in another input. */
	double error(OnnxGraph generator, Loss loss, Map<String, Values> inputs, String in, List<double[]> directions)
			throws OrtException {
		OnnxGraph graph = Gradient.of(generator, loss, List.of(in)).graph();
		double[] gradient = values(this.sessions.run(graph.model(), inputs), GradientGraph.gradientOf(in)).elements();
		return error(gradient, generator, loss, inputs, in, directions);
	}

	/**
	 * The same of a gradient that was computed elsewhere.
	 * @param gradient (N, D), one after the other
	 */
	double error(double[] gradient, OnnxGraph generator, Loss loss, Map<String, Values> inputs, String in,
			List<double[]> directions) throws OrtException {
		Float64 forward = new Float64(this.sessions, GeneratorWithLoss.of(Graph.of(generator), loss).onnx());
		double greatest = 0;
		double error = 0;
		for (double[] direction : directions) {
			double[] above = losses(forward, moved(inputs, in, direction, this.step));
			double[] below = losses(forward, moved(inputs, in, direction, -this.step));
			for (int n = 0; n < above.length; n++) {
				double slope = (above[n] - below[n]) / (2 * this.step);
				double found = 0;
				for (int i = 0; i < direction.length; i++) {
					found += direction[i] * gradient[n * direction.length + i];
				}
				greatest = Math.max(greatest, Math.abs(slope));
				error = Math.max(error, Math.abs(found - slope));
			}
		}
		return error / greatest;
	}

	/** One direction for each element of a latent. */
	static List<double[]> axes(int dimension) {
		List<double[]> axes = new ArrayList<>();
		for (int i = 0; i < dimension; i++) {
			axes.add(new double[dimension]);
			axes.getLast()[i] = 1;
		}
		return axes;
	}

	/** Random directions. */
	static List<double[]> directions(Random random, int count, int dimension) {
		List<double[]> directions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			directions.add(random.doubles(dimension, -1, 1).toArray());
		}
		return directions;
	}

	private static double[] losses(Float64 forward, Map<String, Values> inputs) throws OrtException {
		return values(forward.run(inputs), GradientGraph.LOSS).elements();
	}

	private static Map<String, Values> moved(Map<String, Values> inputs, String in, double[] direction, double step) {
		Values z = values(inputs, in);
		double[] moved = z.elements().clone();
		for (int i = 0; i < moved.length; i++) {
			moved[i] += step * direction[i % direction.length];
		}
		Map<String, Values> all = new HashMap<>(inputs);
		all.put(in, Values.of(moved, z.shape()));
		return all;
	}

	private static Values values(Map<String, Values> all, String name) {
		Values values = all.get(name);
		if (values == null) {
			throw new AssertionError(name + " is missing");
		}
		return values;
	}

}
