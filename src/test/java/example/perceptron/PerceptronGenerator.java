package example.perceptron;

import java.util.List;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.GeneratorInputs;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** G(z) = tanh(W2 relu(W1 z + b1) + b2). */
final class PerceptronGenerator implements GeneratorNetwork {

	private final Architecture architecture;

	private final Weights weights = new Weights();

	private final Layer hidden;

	private final Layer pixels;

	PerceptronGenerator(Architecture architecture) {
		this.architecture = architecture;
		long width = 16L * architecture.width(1);
		this.hidden = Layer.of(this.weights, "hidden", architecture.latentDimension(), width);
		this.pixels = Layer.of(this.weights, "pixels", width,
				(long) architecture.channels() * architecture.size().height() * architecture.size().width());
	}

	@Override
	public Tensor forward(Tensor z, ConditionTensors condition, Mode mode) {
		return torch.tanh(this.pixels.forward(torch.relu(this.hidden.forward(z)))).reshape(shape());
	}

	@Override
	public Value emit(GraphBuilder graph, GeneratorInputs inputs) {
		Value hidden = graph.node("Relu", List.of(this.hidden.emit(graph, inputs.z())));
		Value pixels = graph.node("Tanh", List.of(this.pixels.emit(graph, hidden)));
		return graph.node("Reshape", List.of(pixels, graph.constant("shape", shape())));
	}

	private long[] shape() {
		return new long[] { -1, this.architecture.channels(), this.architecture.size().height(),
				this.architecture.size().width() };
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
