package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * A generator whose latent and sentence speak at every resolution, after DF-GAN (Tao et
 * al. 2022): a linear layer makes the smallest feature maps of latent and sentence, each
 * {@link ModulatedBlock} doubles the resolution, and a 3x3 convolution makes colours of
 * the last maps, which tanh bounds. There are no batch statistics. Without words the same
 * network follows the latent alone.
 * <p>
 * Unlike the paper's, all modulations share the hidden layer of their perceptrons, which
 * leaves the weights to the convolutions.
 */
final class ModulatedGenerator implements GeneratorNetwork {

	private static final int STYLE = 192;

	private final Architecture architecture;

	private final Weights weights = new Weights();

	private final LabelledLatent latent;

	private final @Nullable SentenceInput sentence;

	private final Linear style;

	private final Linear project;

	private final List<ModulatedBlock> blocks = new ArrayList<>();

	private final Conv2d colours;

	/** Creates a generator, its initial weights following from libtorch's seed. */
	ModulatedGenerator(Architecture architecture) {
		this.architecture = architecture;
		this.latent = new LabelledLatent(this.weights, architecture);
		this.sentence = architecture.readsText() ? new SentenceInput(this.weights) : null;
		int input = this.latent.length() + ((this.sentence != null) ? SentenceInput.WIDTH : 0);
		this.style = Linear.of(this.weights, "style", input, STYLE);
		this.project = Linear.of(this.weights, "project", STYLE,
				features() * architecture.innerHeight() * architecture.innerWidth());
		int in = features();
		for (int i = architecture.doublings() - 1; i >= 0; i--) {
			int out = architecture.width(i);
			this.blocks.add(new ModulatedBlock(this.weights, "block" + i, STYLE, in, out));
			in = out;
		}
		this.colours = ModulatedBlock.convolution(this.weights, "colours", in, architecture.channels(), 3);
	}

	/** The feature maps at the smallest resolution. */
	private int features() {
		return this.architecture.width(this.architecture.doublings());
	}

	@Override
	public Tensor forward(Tensor z, ConditionTensors condition, Mode mode) {
		Tensor input = this.latent.forward(z, condition.label());
		if (this.sentence != null) {
			input = this.sentence.appendTo(input, condition);
		}
		Tensor style = torch.leaky_relu(this.style.forward(input), new Scalar(Modulation.SLOPE));
		Tensor x = this.project.forward(style)
			.reshape(-1, features(), this.architecture.innerHeight(), this.architecture.innerWidth())
			.contiguous(torch.MemoryFormat.ChannelsLast);
		for (ModulatedBlock block : this.blocks) {
			x = block.forward(x, style);
		}
		return torch.tanh(this.colours.forward(torch.leaky_relu(x, new Scalar(Modulation.SLOPE))));
	}

	@Override
	public Value emit(GraphBuilder graph, GeneratorInputs inputs) {
		Attribute slope = Attribute.real("alpha", (float) Modulation.SLOPE);
		Value input = this.latent.emit(graph, inputs.z(), inputs.label());
		if (this.sentence != null) {
			input = this.sentence.emitAfter(graph, input, inputs);
		}
		Value style = graph.node("LeakyRelu", List.of(this.style.emit(graph, input)), slope);
		Value x = graph.node("Reshape", List.of(this.project.emit(graph, style), graph.constant("smallest",
				new long[] { -1, features(), this.architecture.innerHeight(), this.architecture.innerWidth() })));
		List<Value> twice = List.of(graph.constant("everywhere", new float[0], 0),
				graph.constant("twice", new float[] { 1, 1, 2, 2 }, 4));
		for (ModulatedBlock block : this.blocks) {
			x = block.emit(graph, x, style, twice);
		}
		x = graph.node("LeakyRelu", List.of(x), slope);
		return graph.node("Tanh", List.of(this.colours.emit(graph, x)));
	}

	@Override
	public void fit(SentenceAxes axes) {
		if (this.sentence != null) {
			this.sentence.fit(axes);
		}
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

	@Override
	public Architecture architecture() {
		return this.architecture;
	}

}
