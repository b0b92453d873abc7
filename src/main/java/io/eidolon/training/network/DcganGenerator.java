package io.eidolon.training.network;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The generator of DCGAN (Radford, Metz and Chintala 2015): the latent is projected to a
 * small picture of many features, and each transposed convolution doubles its side, with
 * batch normalisation and ReLU between them and tanh at the end. A class-conditional one
 * appends a learned embedding of the label to the latent (Mirza and Osindero 2014), one
 * that knows captions what stands for their words (Reed et al. 2016).
 */
public final class DcganGenerator implements GeneratorNetwork {

	private final Architecture architecture;

	private final Weights weights = new Weights();

	private final LabelledLatent latent;

	private final @Nullable SentenceInput sentence;

	private final List<ConvTranspose2d> convolutions = new ArrayList<>();

	private final List<BatchNorm2d> norms = new ArrayList<>();

	/** Creates a generator, its initial weights following from libtorch's seed. */
	public DcganGenerator(Architecture architecture) {
		this.architecture = architecture;
		this.latent = new LabelledLatent(this.weights, architecture);
		this.sentence = architecture.readsText() ? new SentenceInput(this.weights) : null;
		int length = this.latent.length() + ((this.sentence != null) ? SentenceInput.WIDTH : 0);
		int doublings = architecture.doublings();
		add(new ConvTranspose2d(this.weights, "project", 1, 0, length, architecture.width(doublings),
				architecture.innerHeight(), architecture.innerWidth()));
		for (int i = doublings; i > 0; i--) {
			this.norms.add(new BatchNorm2d(this.weights, "norm" + i, architecture.width(i)));
			int out = (i > 1) ? architecture.width(i - 1) : architecture.channels();
			add(new ConvTranspose2d(this.weights, "double" + i, 2, 1, architecture.width(i), out, 4, 4));
		}
	}

	private void add(ConvTranspose2d convolution) {
		this.convolutions.add(convolution);
	}

	@Override
	public Tensor forward(Tensor z, ConditionTensors condition, Mode mode) {
		Tensor x = this.latent.forward(z, condition.label());
		if (this.sentence != null) {
			x = this.sentence.appendTo(x, condition);
		}
		x = this.convolutions.getFirst().forward(x.unsqueeze(2).unsqueeze(3));
		for (int i = 0; i < this.norms.size(); i++) {
			x = torch.relu(this.norms.get(i).forward(x, mode));
			x = this.convolutions.get(i + 1).forward(x);
		}
		return torch.tanh(x);
	}

	@Override
	public Value emit(GraphBuilder graph, GeneratorInputs inputs) {
		Value x = this.latent.emit(graph, inputs.z(), inputs.label());
		if (this.sentence != null) {
			x = this.sentence.emitAfter(graph, x, inputs);
		}
		x = graph.node("Unsqueeze", List.of(x, graph.constant("spatial", new long[] { 2, 3 })));
		x = this.convolutions.getFirst().emit(graph, x);
		for (int i = 0; i < this.norms.size(); i++) {
			x = graph.node("Relu", List.of(this.norms.get(i).emit(graph, x)));
			x = this.convolutions.get(i + 1).emit(graph, x);
		}
		return graph.node("Tanh", List.of(x));
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
