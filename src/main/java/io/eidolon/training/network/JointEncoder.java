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
 * E: pictures to latents, the encoder that is trained together with G against a
 * discriminator of pairs. It has the layers of DCGAN's discriminator (Radford et al.
 * 2015), and a linear one to the latent.
 */
public final class JointEncoder {

	private static final double SLOPE = 0.2;

	private final Weights weights;

	private final List<Conv2d> convolutions = new ArrayList<>();

	private final List<BatchNorm2d> norms = new ArrayList<>();

	private final Linear latent;

	/** Creates an encoder, its initial weights following from libtorch's seed. */
	public JointEncoder(Architecture architecture) {
		this(new Weights(), architecture, architecture.latentDimension());
	}

	/**
	 * Creates an encoder of which another network is a part.
	 * @param length of the vectors that pictures become
	 */
	JointEncoder(Weights weights, Architecture architecture, int length) {
		this.weights = weights;
		int in = architecture.channels();
		for (int i = 1; i <= architecture.doublings(); i++) {
			int out = architecture.width(i);
			this.convolutions.add(new Conv2d(
					new LayerWeight(this.weights, "halve" + i, Initialisation.scaled(1, out, in, 4, 4), false), null,
					new Conv2d.Form(2, 1, 1)));
			this.norms.add(new BatchNorm2d(this.weights, "norm" + i, out));
			in = out;
		}
		this.latent = Linear.of(this.weights, "latent", in * architecture.innerHeight() * architecture.innerWidth(),
				length);
	}

	/**
	 * Estimates latents.
	 * @param x (N, channels, height, width) in [-1, 1]
	 * @return (N, latentDimension), or of another length
	 */
	public Tensor forward(Tensor x, Mode mode) {
		Tensor y = x;
		for (int i = 0; i < this.convolutions.size(); i++) {
			y = torch.leaky_relu(this.norms.get(i).forward(this.convolutions.get(i).forward(y), mode),
					new Scalar(SLOPE));
		}
		return this.latent.forward(y.flatten(1, -1));
	}

	/** The encoder in evaluation mode as nodes of a graph. */
	public Value emit(GraphBuilder graph, Value image) {
		Value y = image;
		for (int i = 0; i < this.convolutions.size(); i++) {
			y = graph.node("LeakyRelu", List.of(this.norms.get(i).emit(graph, this.convolutions.get(i).emit(graph, y))),
					Attribute.real("alpha", (float) SLOPE));
		}
		return this.latent.emit(graph, graph.node("Flatten", List.of(y)));
	}

	public Weights weights() {
		return this.weights;
	}

	@Override
	public String toString() {
		return "%s convolutions".formatted(this.convolutions.size());
	}

}
