package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A block that doubles the resolution (Tao et al. 2022, section 3.3): twice a
 * {@link Modulation} and a 3x3 convolution, with a shortcut around both. Modulation and
 * the 1x1 convolution of the shortcut go pixel by pixel, so that they come before the
 * nearest upsampling, where there are a quarter of the pixels, with the same result as
 * after it.
 */
final class ModulatedBlock {

	/** As PyTorch initialises convolutions, which Tao et al. leave as they are. */
	private static final double GAIN = 1 / Math.sqrt(3);

	private static final long[] TWO = { 2, 2 };

	private static final long[] NONE = { 0, 0 };

	private final Modulation enter;

	private final Conv2d narrow;

	private final Modulation inner;

	private final Conv2d mix;

	private final @Nullable Conv2d shortcut;

	ModulatedBlock(Weights weights, String name, int style, int in, int out) {
		this.enter = new Modulation(weights, name + ".enter", style, in);
		this.narrow = convolution(weights, name + ".narrow", in, out, 3);
		this.inner = new Modulation(weights, name + ".inner", style, out);
		this.mix = convolution(weights, name + ".mix", out, out, 3);
		this.shortcut = (in != out) ? convolution(weights, name + ".shortcut", in, out, 1) : null;
	}

	static Conv2d convolution(Weights weights, String name, int in, int out, int kernel) {
		return new Conv2d(new LayerWeight(weights, name, Initialisation.scaled(GAIN, out, in, kernel, kernel), false),
				weights.parameter(name + ".bias", torch.zeros(out)), new Conv2d.Form(1, kernel / 2, 1));
	}

	/** (N, in, H, W) and the style (N, style) to (N, out, 2H, 2W). */
	Tensor forward(Tensor x, Tensor style) {
		Tensor y = this.narrow.forward(doubled(this.enter.forward(x, style)));
		y = this.mix.forward(this.inner.forward(y, style));
		return y.add(doubled((this.shortcut != null) ? this.shortcut.forward(x) : x));
	}

	private static Tensor doubled(Tensor x) {
		// The transpose of the sum over 2x2 pixels, which is faster than
		// upsample_nearest2d
		Tensor shape = torch.empty(new long[] { x.size(0), x.size(1), 2 * x.size(2), 2 * x.size(3) }, x.options(),
				new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast));
		return torch.avg_pool2d_backward(x, shape, TWO, TWO, NONE, false, true, new LongOptional(1));
	}

	/**
	 * Writes the block.
	 * @param twice the names of an empty value and of the factors of a Resize
	 */
	Value emit(GraphBuilder graph, Value x, Value style, List<Value> twice) {
		Value y = this.narrow.emit(graph, doubled(graph, this.enter.emit(graph, x, style), twice));
		y = this.mix.emit(graph, this.inner.emit(graph, y, style));
		Value around = (this.shortcut != null) ? this.shortcut.emit(graph, x) : x;
		return graph.node("Add", List.of(y, doubled(graph, around, twice)));
	}

	private static Value doubled(GraphBuilder graph, Value x, List<Value> twice) {
		return graph.node("Resize", List.of(x, twice.getFirst(), twice.getLast()), Attribute.text("mode", "nearest"),
				Attribute.text("coordinate_transformation_mode", "asymmetric"),
				Attribute.text("nearest_mode", "floor"));
	}

}
