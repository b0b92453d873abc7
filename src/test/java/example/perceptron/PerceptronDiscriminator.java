package example.perceptron;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** l(x) = W2 leakyrelu(W1 x + b1) + b2. */
final class PerceptronDiscriminator implements DiscriminatorNetwork {

	private static final double SLOPE = 0.2;

	private final Weights weights = new Weights();

	private final int width;

	private final Layer hidden;

	private final Layer logit;

	PerceptronDiscriminator(Architecture architecture) {
		this.width = 16 * architecture.width(1);
		long pixels = (long) architecture.channels() * architecture.size().height() * architecture.size().width();
		this.hidden = Layer.of(this.weights, "hidden", pixels, this.width);
		this.logit = Layer.of(this.weights, "logit", this.width, 1);
	}

	@Override
	public List<Tensor> maps(Tensor x, Mode mode) {
		Tensor hidden = torch.leaky_relu(this.hidden.forward(x.flatten(1, -1)), new Scalar(SLOPE));
		return List.of(hidden.unsqueeze(2).unsqueeze(3)); // (N, width, 1, 1)
	}

	@Override
	public Tensor features(List<Tensor> maps, Mode mode) {
		return maps.getFirst().flatten(1, -1);
	}

	@Override
	public Tensor logits(Tensor features, ConditionTensors condition) {
		return this.logit.forward(features).flatten();
	}

	@Override
	public EmittedDiscriminator emit(GraphBuilder graph, Value image) {
		Value pixels = graph.node("Flatten", List.of(image));
		Value hidden = graph.node("LeakyRelu", List.of(this.hidden.emit(graph, pixels)),
				Attribute.real("alpha", (float) SLOPE));
		Value maps = graph.node("Unsqueeze", List.of(hidden, graph.constant("spatial", new long[] { 2, 3 })));
		return new EmittedDiscriminator(List.of(new EmittedMaps(maps, this.width, 1, 1)),
				this.logit.emit(graph, hidden));
	}

	@Override
	public Weights weights() {
		return this.weights;
	}

}
