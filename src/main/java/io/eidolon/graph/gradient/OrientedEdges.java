package io.eidolon.graph.gradient;

import java.util.Arrays;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/**
 * Describes the edges of images so that it can be differentiated: the histogram of
 * oriented gradients (Dalal and Triggs 2005, "Histograms of oriented gradients for human
 * detection") with soft bins. With f_k the derivative of a pixel along direction k, and
 * the mean taken over a cell, {@code h_k = mean(sqrt(f_k^2 + d^2))} and
 * {@code n_k = h_k / sqrt(sum_k h_k^2 + e^2)}, which does not depend on how strong the
 * edges are, nor on which side is brighter.
 */
final class OrientedEdges {

	/** Directions over half a turn. */
	private static final int DIRECTIONS = 8;

	/** How many cells the shorter side has, about. */
	private static final int CELLS = 16;

	/** Derivatives below this, in units of the image's range a pixel, are noise. */
	private static final float D = 0.01f;

	/** Cells with fewer edges than this count as flat. */
	private static final float E = 0.05f;

	/** Sobel's derivative along x, which for y is transposed; per pixel. */
	private static final float[] SOBEL = { -0.125f, 0, 0.125f, -0.25f, 0, 0.25f, -0.125f, 0, 0.125f };

	private final NodeWriter graph;

	private final int cell;

	private final Value kernels;

	private final Value axes;

	private final Value frame;

	OrientedEdges(NodeWriter graph, int height, int width) {
		this.graph = graph;
		this.cell = Math.max(2, Math.min(height, width) / CELLS);
		this.kernels = graph.constant("directions", Constant.floats(kernels(), DIRECTIONS, 1, 3, 3));
		this.axes = graph.integers(1);
		this.frame = graph.integers(0, 0, 1, 1, 0, 0, 1, 1);
	}

	/**
	 * Describes grey images.
	 * @param grey (N, 1, H, W)
	 * @return (N, directions, H / cell, W / cell)
	 */
	Value of(Value grey) {
		Value framed = this.graph.node("Pad", List.of(grey, this.frame), Attribute.text("mode", "edge"));
		Value f = this.graph.node("Conv", List.of(framed, this.kernels));
		Value h = averaged(root(square(f), D), DIRECTIONS);
		Value sum = this.graph.node("ReduceSum", List.of(square(h), this.axes), Attribute.integer("keepdims", 1));
		return this.graph.node("Div", List.of(h, root(sum, E)));
	}

	/** The mean of (N, channels, H, W) over each cell. */
	Value averaged(Value pixels, int channels) {
		float[] share = new float[channels * this.cell * this.cell];
		Arrays.fill(share, 1f / (this.cell * this.cell));
		Value kernel = this.graph.constant("cell", Constant.floats(share, channels, 1, this.cell, this.cell));
		return this.graph.node("Conv", List.of(pixels, kernel), Attribute.integer("group", channels),
				Attribute.integers("strides", this.cell, this.cell));
	}

	private Value square(Value x) {
		return this.graph.node("Mul", List.of(x, x));
	}

	private Value root(Value x, float least) {
		Value square = this.graph.scalar(least * least);
		return this.graph.node("Sqrt", List.of(this.graph.node("Add", List.of(x, square))));
	}

	private static float[] kernels() {
		float[] kernels = new float[DIRECTIONS * 9];
		for (int k = 0; k < DIRECTIONS; k++) {
			double angle = Math.PI * k / DIRECTIONS;
			for (int y = 0; y < 3; y++) {
				for (int x = 0; x < 3; x++) {
					kernels[9 * k + 3 * y
							+ x] = (float) (Math.cos(angle) * SOBEL[3 * y + x] + Math.sin(angle) * SOBEL[3 * x + y]);
				}
			}
		}
		return kernels;
	}

}
