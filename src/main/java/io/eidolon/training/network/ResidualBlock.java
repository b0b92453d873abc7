package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A residual block without normalisation (Huang et al. 2024, "The GAN is dead; long live
 * the GAN!", section 4): x + c(a(b(a(e(x))))), where e is a 1x1 convolution to twice the
 * feature maps, b a grouped 3x3 one, c a 1x1 one back, and a a LeakyReLU with a bias
 * before it.
 * <p>
 * It starts as in Fixup (Zhang, Dauphin and Ma 2019): c at zero, so that the block is the
 * identity, e and b with their usual scale times L^(-1/4) for L blocks. A weight that is
 * divided by its own norm cannot start at zero; there c starts as e and b do.
 */
final class ResidualBlock {

	static final double SLOPE = 0.2;

	/** What keeps the variance through a LeakyReLU (He et al. 2015). */
	private static final double GAIN = Math.sqrt(2 / (1 + SLOPE * SLOPE));

	private static final int EXPANSION = 2;

	/** The feature maps in a group of the grouped convolution. */
	private static final int GROUP = 16;

	private final Conv2d expand;

	private final Conv2d mix;

	private final Conv2d contract;

	ResidualBlock(Weights weights, String name, int width, int blocks, boolean spectral) {
		int inner = EXPANSION * width;
		int groups = groups(inner);
		double gain = GAIN * Math.pow(blocks, -0.25);
		this.expand = new Conv2d(
				new LayerWeight(weights, name + ".expand", Initialisation.scaled(gain, inner, width, 1, 1), spectral),
				weights.parameter(name + ".expand.bias", torch.zeros(inner)), Conv2d.Form.POINTWISE);
		this.mix = new Conv2d(
				new LayerWeight(weights, name + ".mix", Initialisation.scaled(gain, inner, inner / groups, 3, 3),
						spectral),
				weights.parameter(name + ".mix.bias", torch.zeros(inner)), new Conv2d.Form(1, 1, groups));
		this.contract = new Conv2d(
				new LayerWeight(weights, name + ".contract",
						Initialisation.scaled(spectral ? gain : 0, width, inner, 1, 1), spectral),
				null, Conv2d.Form.POINTWISE);
	}

	/**
	 * Creates the blocks of a resolution: "block2", and "block2.1" and so on after it.
	 * @param resolutions how many resolutions have as many
	 */
	static List<ResidualBlock> of(Weights weights, int halvings, Architecture architecture, int resolutions,
			boolean spectral) {
		List<ResidualBlock> blocks = new ArrayList<>();
		for (int i = 0; i < architecture.blocks(); i++) {
			blocks.add(new ResidualBlock(weights, "block" + halvings + ((i > 0) ? "." + i : ""),
					architecture.width(halvings), resolutions * architecture.blocks(), spectral));
		}
		return blocks;
	}

	/** One after the other. */
	static Tensor forward(List<ResidualBlock> blocks, Tensor x) {
		Tensor y = x;
		for (ResidualBlock block : blocks) {
			y = block.forward(y);
		}
		return y;
	}

	/** One after the other. */
	static Value emit(List<ResidualBlock> blocks, GraphBuilder graph, Value x) {
		Value y = x;
		for (ResidualBlock block : blocks) {
			y = block.emit(graph, y);
		}
		return y;
	}

	/**
	 * As many groups of {@value #GROUP} as a power of two may be that divides the maps.
	 */
	private static int groups(int maps) {
		return Math.clamp(Integer.lowestOneBit(maps), 1, Math.max(1, Integer.highestOneBit(maps / GROUP)));
	}

	Tensor forward(Tensor x) {
		Tensor y = torch.leaky_relu(this.expand.forward(x), new Scalar(SLOPE));
		y = torch.leaky_relu(this.mix.forward(y), new Scalar(SLOPE));
		return x.add(this.contract.forward(y));
	}

	Value emit(GraphBuilder graph, Value x) {
		Attribute slope = Attribute.real("alpha", (float) SLOPE);
		Value y = graph.node("LeakyRelu", List.of(this.expand.emit(graph, x)), slope);
		y = graph.node("LeakyRelu", List.of(this.mix.emit(graph, y)), slope);
		return graph.node("Add", List.of(x, this.contract.emit(graph, y)));
	}

}
