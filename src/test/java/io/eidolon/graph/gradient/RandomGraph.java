package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;

/** A small graph from z (N, {@value #DIMENSION}) to image, made at random. */
final class RandomGraph {

	/** The length of a latent. */
	static final int DIMENSION = 6;

	private final List<NodeProto> nodes = new ArrayList<>();

	private final List<TensorProto> constants = new ArrayList<>();

	private final Random random;

	RandomGraph(Random random) {
		this.random = random;
	}

	/** A value (N, shape...) that is a random linear function of z. */
	String active(long... shape) {
		int size = (int) LongStream.of(shape).reduce(1, (x, y) -> x * y);
		String product = node("MatMul", List.of("z", normal(DIMENSION, size)));
		String offset = node("Add", List.of(product, normal(size)));
		long[] batched = LongStream.concat(LongStream.of(-1), LongStream.of(shape)).toArray();
		return node("Reshape", List.of(offset, integers(batched)));
	}

	/** The same with all elements above 0.3. */
	String positive(long... shape) {
		String active = active(shape);
		return node("Add", List.of(node("Mul", List.of(active, active)), floats(new float[] { 0.3f })));
	}

	String node(String operator, List<String> inputs, AttributeProto... attributes) {
		return nodes(1, operator, inputs, attributes).getFirst();
	}

	/** Applies an operator that makes several values. */
	List<String> nodes(int outputs, String operator, List<String> inputs, AttributeProto... attributes) {
		String name = "v" + this.nodes.size();
		List<String> made = LongStream.range(0, outputs).mapToObj((i) -> name + "_" + i).toList();
		this.nodes.add(ForeignGenerators.operator(operator, name, inputs, attributes)
			.toBuilder()
			.clearOutput()
			.addAllOutput(made)
			.build());
		return made;
	}

	/** Constants drawn from a normal distribution. */
	String normal(long... shape) {
		float[] values = new float[(int) LongStream.of(shape).reduce(1, (x, y) -> x * y)];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) this.random.nextGaussian();
		}
		return floats(values, shape);
	}

	/** Constants between 0.5 and 1.5. */
	String scales(long... shape) {
		float[] values = new float[(int) LongStream.of(shape).reduce(1, (x, y) -> x * y)];
		for (int i = 0; i < values.length; i++) {
			values[i] = 0.5f + this.random.nextFloat();
		}
		return floats(values, shape);
	}

	String floats(float[] values, long... shape) {
		String name = "c" + this.constants.size();
		this.constants.add(ForeignGenerators.weights(name, values, shape));
		return name;
	}

	String integers(long... values) {
		return constant(ForeignGenerators.integers("", values, values.length));
	}

	String integer(long value) {
		return constant(ForeignGenerators.integers("", new long[] { value }));
	}

	/** A number from 1 to the greatest. */
	int upTo(int greatest) {
		return 1 + this.random.nextInt(greatest);
	}

	/** As many numbers of the range as are asked for. */
	long[] sizes(int count, int least, int greatest) {
		long[] values = new long[count];
		Arrays.setAll(values, (i) -> this.random.nextInt(least, greatest + 1));
		return values;
	}

	<T> T oneOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	/** The graph that computes this value. */
	OnnxGraph graph(String value) {
		node("Identity", List.of(value));
		this.nodes.add(this.nodes.removeLast().toBuilder().setOutput(0, "image").build());
		ModelProto.Builder model = ModelProto.newBuilder()
			.setIrVersion(8)
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17));
		model.getGraphBuilder()
			.setName("draft")
			.addInput(ForeignGenerators.value("z", DataType.FLOAT, -1, DIMENSION))
			.addAllNode(this.nodes)
			.addAllInitializer(this.constants)
			.addOutputBuilder()
			.setName("image");
		return OnnxGraph.of(model.build());
	}

	private String constant(TensorProto tensor) {
		String name = "c" + this.constants.size();
		this.constants.add(tensor.toBuilder().setName(name).build());
		return name;
	}

}
