package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A residual block that halves the resolution (Tao et al. 2022, section 3.2): the mean of
 * 2x2 pixels, with a 1x1 convolution where the widths differ, plus a learned gain times a
 * strided and a 3x3 convolution with a LeakyReLU after each. The gain starts at 0, so
 * that the block starts as its shortcut.
 */
final class HalvingBlock {

	static final double SLOPE = 0.2;

	/** What keeps the variance through a LeakyReLU (He et al. 2015). */
	static final double GAIN = Math.sqrt(2 / (1 + SLOPE * SLOPE));

	private final String name;

	private final Conv2d halve;

	private final Conv2d mix;

	private final @Nullable Conv2d shortcut;

	private final Tensor gain; // (1)

	HalvingBlock(Weights weights, String name, int in, int out, boolean spectral) {
		this.halve = new Conv2d(
				new LayerWeight(weights, name + ".halve", Initialisation.scaled(GAIN, out, in, 4, 4), spectral), null,
				new Conv2d.Form(2, 1, 1));
		this.mix = new Conv2d(
				new LayerWeight(weights, name + ".mix", Initialisation.scaled(GAIN, out, out, 3, 3), spectral), null,
				new Conv2d.Form(1, 1, 1));
		this.shortcut = (in != out) ? new Conv2d(
				new LayerWeight(weights, name + ".shortcut", Initialisation.scaled(1, out, in, 1, 1), spectral),
				weights.parameter(name + ".shortcut.bias", torch.zeros(out)), Conv2d.Form.POINTWISE) : null;
		this.name = name;
		this.gain = weights.parameter(name + ".gain", torch.zeros(1));
	}

	/** (N, in, H, W) to (N, out, H / 2, W / 2). */
	Tensor forward(Tensor x) {
		Tensor y = torch.leaky_relu(this.halve.forward(x), new Scalar(SLOPE));
		y = torch.leaky_relu(this.mix.forward(y), new Scalar(SLOPE));
		// The mean commutes with the 1x1 convolution, which has a quarter to do after it
		Tensor around = torch.avg_pool2d(x, 2, 2);
		return y.mul(ComputeType.fit(this.gain, y))
			.add((this.shortcut != null) ? this.shortcut.forward(around) : around);
	}

	Value emit(GraphBuilder graph, Value x) {
		Attribute slope = Attribute.real("alpha", (float) SLOPE);
		Value y = graph.node("LeakyRelu", List.of(this.halve.emit(graph, x)), slope);
		y = graph.node("LeakyRelu", List.of(this.mix.emit(graph, y)), slope);
		Value around = Conv2d.emitHalving(graph, x);
		Value gain = graph.constant(this.name + ".gain", Weights.values(this.gain), 1, 1, 1, 1);
		return graph.node("Add", List.of(graph.node("Mul", List.of(y, gain)),
				(this.shortcut != null) ? this.shortcut.emit(graph, around) : around));
	}

}
