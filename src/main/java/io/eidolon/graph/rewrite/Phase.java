package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;

/**
 * One of the four convolutions that a transposed convolution which doubles the size comes
 * apart into. Along one axis, with K weights and padding p,
 *
 * <pre>{@code
 * y[2i + a] = sum over d of w[a + p - 2d] x[i + d],  a = 0, 1
 * }</pre>
 *
 * is for each phase a a plain convolution of x with every second weight: for K = 4 and p
 * = 1, (w[3], w[1]) from x[i - 1] on, and (w[2], w[0]) from x[i] on.
 *
 * @param kernels its kernels, of shape (to, from, kh, kw)
 * @param pads padding at the top, left, bottom and right, with which it keeps the size
 */
record Phase(FloatTensor kernels, long[] pads) {

	/** Convolutions compute blocks of 16 channels. */
	private static final int BLOCK = 16;

	/** A wide transposed convolution that doubles the size. */
	static Match<ConvolutionLayer> doubling(Node node) {
		return ConvolutionLayer.of(node)
			.check((layer) -> layer.from() >= BLOCK && layer.to() >= BLOCK,
					(layer) -> "%s to %s channels, %s are the least".formatted(layer.from(), layer.to(), BLOCK))
			.check((layer) -> doubles(layer.rows()) && doubles(layer.columns()),
					(layer) -> "it does not double the size");
	}

	private static boolean doubles(ConvolutionLayer.Axis axis) {
		return axis.stride() == 2 && axis.transposed(1) == 2 && Taps.of(axis, 0).pads() && Taps.of(axis, 1).pads();
	}

	/** The phases (0, 0), (0, 1), (1, 0) and (1, 1) of rows and columns. */
	static List<Phase> of(ConvolutionLayer layer) {
		float[] weights = layer.weights();
		List<Phase> phases = new ArrayList<>();
		for (int a = 0; a < 2; a++) {
			for (int b = 0; b < 2; b++) {
				phases.add(of(layer, weights, Taps.of(layer.rows(), a), Taps.of(layer.columns(), b)));
			}
		}
		return phases;
	}

	private static Phase of(ConvolutionLayer layer, float[] weights, Taps rows, Taps columns) {
		int from = layer.from();
		int to = layer.to();
		float[] kernels = new float[to * from * rows.count() * columns.count()];
		int next = 0;
		for (int o = 0; o < to; o++) {
			for (int i = 0; i < from; i++) {
				for (int k = 0; k < rows.count(); k++) {
					for (int l = 0; l < columns.count(); l++) {
						int row = (i * to + o) * layer.rows().kernel() + rows.weight(k);
						kernels[next++] = weights[row * layer.columns().kernel() + columns.weight(l)];
					}
				}
			}
		}
		return new Phase(
				new FloatTensor(kernels, List.of((long) to, (long) from, (long) rows.count(), (long) columns.count())),
				new long[] { -rows.first(), -columns.first(), rows.last(), columns.last() });
	}

	/**
	 * Shuffles phases into each other, where whole runs of channels move.
	 * @param phases the four of them, of shape (N, H, W, a b C)
	 * @param input the map before
	 * @param channels C
	 * @return the output, of shape (N, 2H, 2W, C)
	 */
	static Value interleaved(NodeWriter writer, Value phases, FeatureMap input, long channels) {
		// (N, H, W, a, b, C) to (N, H, a, W, b, C)
		Value y = writer.reshape(phases, -1, input.height(), input.width(), 2, 2, channels);
		y = writer.transpose(y, 0, 1, 3, 2, 4, 5);
		return writer.reshape(y, -1, 2L * input.height(), 2L * input.width(), channels);
	}

	/**
	 * What a phase reads along one axis: x[i + d] for d from first to last.
	 *
	 * @param first the least d
	 * @param last the greatest d
	 * @param origin the place of the weight for d = 0, a + p
	 */
	private record Taps(int first, int last, int origin) {

		static Taps of(ConvolutionLayer.Axis axis, int phase) {
			int origin = phase + axis.before();
			return new Taps(Math.ceilDiv(origin - axis.kernel() + 1, 2), Math.floorDiv(origin, 2), origin);
		}

		/** Whether padding alone makes the phase as large as the input. */
		boolean pads() {
			return this.first <= 0 && this.last >= 0;
		}

		int count() {
			return this.last - this.first + 1;
		}

		int weight(int tap) {
			return this.origin - 2 * (this.first + tap);
		}

	}

}
