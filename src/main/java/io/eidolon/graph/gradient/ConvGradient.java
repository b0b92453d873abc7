package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * {@code Y = X * W}: each output pixel is a sum over a window of input pixels, so each
 * input pixel collects from the windows that it was in. That is the transposed
 * convolution with the same W; for stride 1 it is also the convolution with W turned by
 * 180 degrees and its channels exchanged, which a runtime computes faster. Weights that
 * depend on the latent, as those of modulated convolutions, have a gradient as well.
 */
final class ConvGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Conv");
	}

	@Override
	public Value gradient(Step step, int input) {
		Window window = Window.of(step, step.x(0), step.y(), step.x(1));
		return switch (input) {
			case 0 -> window.isDense() ? dense(step, window) : window.transposed(step, step.dy(), step.x(1));
			case 1 -> window.weights(step, step.x(0), step.dy());
			default -> Window.bias(step, window.axes());
		};
	}

	// What W padded before, its image pads with the rest of the window.
	private static Value dense(Step step, Window window) {
		long[] pads = window.pads().clone();
		for (int i = 0; i < pads.length; i++) {
			int axis = i % window.axes();
			pads[i] = window.dilations()[axis] * (window.kernel()[axis] - 1) - pads[i];
		}
		return step.node("Conv", List.of(step.dy(), turned(step, window)), Attribute.integers("pads", pads),
				Attribute.integers("dilations", window.dilations()), Attribute.integer("group", window.group()));
	}

	// (M, C/g, k...) to (C, M/g, k...), within each group. Where the weights are
	// constants
	// a runtime computes it when it loads the graph.
	private static Value turned(Step step, Window window) {
		List<Long> shape = step.shape(step.x(1));
		long group = window.group();
		long to = shape.get(0) / group;
		long from = shape.get(1);
		List<Long> kernel = shape.subList(2, shape.size());
		Value grouped = reshaped(step, step.x(1), List.of(group, to, from), kernel);
		long[] order = LongStream.range(0, 3 + kernel.size()).toArray();
		order[1] = 2;
		order[2] = 1;
		Value exchanged = step.node("Transpose", List.of(grouped), Attribute.integers("perm", order));
		Value weights = reshaped(step, exchanged, List.of(group * from, to), kernel);
		int axes = kernel.size();
		return step.node("Slice", weights, step.tape().integers(filled(axes, -1)),
				step.tape().integers(filled(axes, Long.MIN_VALUE)),
				step.tape().integers(LongStream.range(2, 2L + axes).toArray()), step.tape().integers(filled(axes, -1)));
	}

	private static Value reshaped(Step step, Value weights, List<Long> channels, List<Long> kernel) {
		List<Long> shape = new ArrayList<>(channels);
		shape.addAll(kernel);
		return step.node("Reshape", weights, step.tape().integers(Tape.longs(shape)));
	}

	private static long[] filled(int size, long value) {
		return LongStream.generate(() -> value).limit(size).toArray();
	}

}
