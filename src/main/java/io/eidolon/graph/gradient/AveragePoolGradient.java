package io.eidolon.graph.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.ir.Value;

/**
 * The mean of each window of n pixels: {@code y = sum(x) / n}, so each pixel collects
 * {@code dy / n} from the windows that it was in, which a transposed convolution with
 * ones does.
 */
final class AveragePoolGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("AveragePool");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (step.attributes().integer("ceil_mode", 0) != 0) {
			throw step.unsupported("has windows that reach out of the picture");
		}
		List<Long> kernel = step.attributes().integers("kernel_shape");
		Window window = Window.of(step, step.x(0), step.y(), Tape.longs(kernel));
		long[] plane = new long[2 + window.axes()];
		plane[0] = -1;
		plane[1] = 1;
		for (int i = 0; i < window.axes(); i++) {
			plane[2 + i] = step.size(step.y(), 2 + i);
		}
		Value planes = step.node("Reshape", step.product(step.dy(), weights(step, window)),
				step.tape().integers(plane));
		long[] shape = new long[2 + window.axes()];
		Arrays.fill(shape, 1);
		System.arraycopy(window.kernel(), 0, shape, 2, window.axes());
		double[] ones = new double[(int) LongStream.of(shape).reduce(1, (x, y) -> x * y)];
		Arrays.fill(ones, 1);
		Value spread = window.transposed(step, planes, step.tape().reals(step.type(), ones, shape));
		return step.tape().reshapedLike(spread, step.x(0));
	}

	// 1/n for each window, of which those at the border may count less pixels.
	private static Value weights(Step step, Window window) {
		boolean all = step.attributes().integer("count_include_pad", 0) != 0;
		long[] shape = new long[window.axes()];
		double[] weights = { 1 };
		for (int axis = 0; axis < shape.length; axis++) {
			shape[axis] = step.size(step.y(), 2 + axis);
			double[] longer = new double[Math.toIntExact(weights.length * shape[axis])];
			for (int i = 0; i < longer.length; i++) {
				int place = (int) (i % shape[axis]);
				long count = all ? window.kernel()[axis] : window.inside(axis, place, step.size(step.x(0), 2 + axis));
				longer[i] = weights[(int) (i / shape[axis])] / count;
			}
			weights = longer;
		}
		return step.tape().reals(step.type(), weights, shape);
	}

}
