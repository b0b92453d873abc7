package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.OnnxRuntime;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A small graph of random layers, from z (N, D) to image, and what it computes. */
final class Layers {

	private final GraphBuilder graph = new GraphBuilder("layers", 17);

	private final Random random;

	private final int dimension;

	private Value value;

	private int constants;

	/** Starts with a feature map of shape (N, channels, height, width). */
	Layers(Random random, int channels, int height, int width) {
		this(random, channels * height * width);
		thenMap(channels, height, width);
	}

	/** Starts with a vector of shape (N, dimension). */
	Layers(Random random, int dimension) {
		this.random = random;
		this.dimension = dimension;
		this.value = this.graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(dimension));
	}

	/** Applies an operator to the value so far and these. */
	Layers then(String operator, List<Value> others, Attribute... attributes) {
		List<Value> inputs = new ArrayList<>(List.of(this.value));
		inputs.addAll(others);
		this.value = this.graph.node(operator, inputs, attributes);
		return this;
	}

	/** Sees the value so far as a feature map. */
	Layers thenMap(int channels, int height, int width) {
		Value shape = this.graph.constant("constant" + this.constants++, new long[] { -1, channels, height, width });
		return then("Reshape", List.of(shape));
	}

	/** Applies one of some operators, or none of them. */
	Layers thenAnyOf(String... operators) {
		int choice = this.random.nextInt(operators.length + 1);
		return (choice < operators.length) ? then(operators[choice], List.of()) : this;
	}

	/** A batch normalisation over so many channels. */
	Layers thenBatchNorm(int channels) {
		float[] variance = new float[channels];
		for (int c = 0; c < channels; c++) {
			variance[c] = 0.1f + this.random.nextFloat();
		}
		return then("BatchNormalization",
				List.of(normal(1, channels), normal(1, channels), normal(1, channels),
						this.graph.constant("variance" + this.constants++, variance, channels)),
				Attribute.real("epsilon", 1e-3f));
	}

	/** Applies two operators to the value so far, and one to what they make. */
	Layers thenBoth(String first, String second, String join) {
		Value other = this.graph.node(second, List.of(this.value));
		return then(first, List.of()).then(join, List.of(other));
	}

	/** Adds the value so far to its batch normalisation. */
	Layers thenBatchNormBeside(int channels) {
		Value before = this.value;
		return thenBatchNorm(channels).then("Add", List.of(before));
	}

	/** Weights drawn from a normal distribution. */
	Value normal(double deviation, long... shape) {
		int size = 1;
		for (long axis : shape) {
			size *= (int) axis;
		}
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) (deviation * this.random.nextGaussian());
		}
		return this.graph.constant("constant" + this.constants++, values, shape);
	}

	Value constant(float... values) {
		return this.graph.constant("constant" + this.constants++, values, values.length);
	}

	/** Weights of a layer, and sometimes a bias. */
	List<Value> weights(int bias, long... shape) {
		Value weights = normal(Math.sqrt(1.0 / (shape[0] + shape[1])), shape);
		return this.random.nextBoolean() ? List.of(weights, normal(1, bias)) : List.of(weights);
	}

	OnnxGraph graph() {
		this.graph.output(this.value, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.dynamic("C"),
				Dimension.dynamic("H"), Dimension.dynamic("W"));
		return OnnxGraph.parse(this.graph.build());
	}

	/** The graph after a rewrite. */
	static OnnxGraph rewritten(Rewrite<?> rewrite, OnnxGraph graph) {
		Graph edited = Graph.of(graph);
		assertThat(new Rewriter(edited).apply(rewrite)).isTrue();
		return edited.onnx();
	}

	static boolean applies(Rewrite<?> rewrite, OnnxGraph graph) {
		return new Rewriter(Graph.of(graph)).apply(rewrite);
	}

	/** Why a rewrite does not apply to the one node that it looks at. */
	static String reason(Rewrite<?> rewrite, OnnxGraph graph) {
		Rewriter rewriter = new Rewriter(Graph.of(graph));
		assertThat(rewriter.apply(rewrite)).isFalse();
		assertThat(rewriter.outcomes()).hasSize(1);
		return rewriter.outcomes().getFirst().toString();
	}

	static List<String> operators(OnnxGraph graph) {
		return graph.model().getGraph().getNodeList().stream().map((node) -> node.getOpType()).toList();
	}

	/** Holds a graph against another on random latents, in batches of 1 to 3. */
	void assertEqual(OnnxGraph rewritten, OnnxGraph original) throws Exception {
		int count = 1 + this.random.nextInt(3);
		float[] z = latents(count);
		assertThat(OnnxRuntime.run(rewritten.bytes(), z, null, count))
			.containsExactly(OnnxRuntime.run(original.bytes(), z, null, count), within(1e-4f));
	}

	/** The graph in integers, calibrated on a few latents. */
	Rewritten quantised(OnnxGraph graph) {
		Calibration calibration = Calibration.of(graph);
		try (GeneratorSession session = GeneratorSession.open(calibration.observed().bytes())) {
			for (int i = 0; i < 4; i++) {
				calibration.observe(session.outputs(new LatentBatch(latents(2), null, 2)));
			}
		}
		return calibration.quantised();
	}

	/** The ratio of a graph's values to their distance from another's, in decibels. */
	double signalToNoise(OnnxGraph graph, OnnxGraph original) throws Exception {
		float[] z = latents(4);
		float[] expected = OnnxRuntime.run(original.bytes(), z, null, 4);
		float[] found = OnnxRuntime.run(graph.bytes(), z, null, 4);
		double signal = 0;
		double noise = 0;
		for (int i = 0; i < expected.length; i++) {
			signal += expected[i] * expected[i];
			noise += (expected[i] - found[i]) * (expected[i] - found[i]);
		}
		return 10 * Math.log10(signal / noise);
	}

	private float[] latents(int count) {
		float[] z = new float[count * this.dimension];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) this.random.nextGaussian();
		}
		return z;
	}

}
