package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Scales and shifts each feature map by what a style says, twice, each time with a
 * LeakyReLU after it (Tao et al. 2022, "DF-GAN: A Simple and Effective Baseline for
 * Text-to-Image Synthesis", section 3.3):
 *
 * <pre>
 * a(gamma2(w) a(gamma1(w) x + beta1(w)) + beta2(w))
 * </pre>
 *
 * Each gamma starts at 1 and each beta at 0, whatever the style.
 */
final class Modulation {

	static final double SLOPE = 0.2;

	private final List<Affine> affines;

	Modulation(Weights weights, String name, int style, int channels) {
		this.affines = List.of(new Affine(weights, name + ".first", style, channels),
				new Affine(weights, name + ".second", style, channels));
	}

	/** (N, channels, H, W) and the style (N, style) to (N, channels, H, W). */
	Tensor forward(Tensor x, Tensor style) {
		Tensor y = x;
		for (Affine affine : this.affines) {
			y = torch.leaky_relu(affine.forward(y, style), new Scalar(SLOPE));
		}
		return y;
	}

	Value emit(GraphBuilder graph, Value x, Value style) {
		Value y = x;
		for (Affine affine : this.affines) {
			y = graph.node("LeakyRelu", List.of(affine.emit(graph, y, style)), Attribute.real("alpha", (float) SLOPE));
		}
		return y;
	}

	/** gamma(w) x + beta(w). */
	private static final class Affine {

		private final String name;

		private final Linear scale;

		private final Linear shift;

		Affine(Weights weights, String name, int style, int channels) {
			this.name = name;
			this.scale = Linear.constant(weights, name + ".scale", style, torch.ones(channels));
			this.shift = Linear.constant(weights, name + ".shift", style, torch.zeros(channels));
		}

		Tensor forward(Tensor x, Tensor style) {
			// Row by row with the maps innermost, as they lie in memory, which is several
			// times as fast as pixel by pixel
			Tensor rows = x.permute(0, 2, 3, 1).flatten(2, 3); // (N, H, W * channels)
			long width = x.size(3);
			return rows.mul(perRow(this.scale.forward(style), width))
				.add(perRow(this.shift.forward(style), width))
				.unflatten(2, width, x.size(1))
				.permute(0, 3, 1, 2);
		}

		/** (N, channels) to (N, 1, width * channels). */
		private static Tensor perRow(Tensor values, long width) {
			return values.repeat(1, width).unsqueeze(1);
		}

		Value emit(GraphBuilder graph, Value x, Value style) {
			Value axes = graph.constant(this.name + ".spatial", new long[] { 2, 3 });
			Value scale = graph.node("Unsqueeze", List.of(this.scale.emit(graph, style), axes));
			Value shift = graph.node("Unsqueeze", List.of(this.shift.emit(graph, style), axes));
			return graph.node("Add", List.of(graph.node("Mul", List.of(x, scale)), shift));
		}

	}

}
