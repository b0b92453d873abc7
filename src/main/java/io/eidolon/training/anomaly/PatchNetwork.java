package io.eidolon.training.anomaly;

import java.util.List;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.anomaly.MobileNetTrunk;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/**
 * The graph that describes the patches of a picture by the feature maps at a quarter, an
 * eighth and a sixteenth of its side, each averaged over 3x3 places (Roth et al. 2022,
 * section 3.1), or the whole picture, as one patch, by the means of these maps (Bergman
 * et al. 2020, "Deep Nearest Neighbor Anomaly Detection").
 *
 * @param whole whether the whole picture is the only patch
 */
record PatchNetwork(boolean whole) {

	/** Of small patches. */
	static final PatchNetwork OF_PLACES = new PatchNetwork(false);

	/** The pixels of a side of a small patch. */
	private static final int STRIDE = 8;

	/** How many numbers describe a patch. */
	static final int LENGTH = 152;

	/** Its output: float (N * places * places, length). */
	static final String PATCHES = "patches";

	/** From maps of one stride to those of the next. */
	private static final int COARSER = 2;

	/** How many patches of a picture of this side stand in a row. */
	int places(int side) {
		return this.whole ? 1 : side / STRIDE;
	}

	/** The graph whose output are the patches. */
	Graph patches() {
		Graph graph = MobileNetTrunk.graph();
		Value patches = patches(graph, NodeWriter.atEnd(graph, "patch."));
		return finish(graph, patches, PATCHES);
	}

	/**
	 * The graph whose output are the distances of each whitened patch to the nearest in a
	 * memory: {@code |p - m|^2 = |p|^2 - (2 p m - |m|^2)}, which is least where the
	 * bracket is greatest.
	 * @param memory whitened patches, each of {@value #LENGTH} numbers
	 * @param places of a side
	 */
	byte[] memory(List<float[]> memory, Whitening whitening, int places) {
		Graph graph = MobileNetTrunk.graph();
		NodeWriter writer = NodeWriter.atEnd(graph, "memory.");
		Value patches = whitened(patches(graph, writer), whitening, writer);
		float[] doubled = new float[LENGTH * memory.size()];
		float[] squares = new float[memory.size()];
		for (int i = 0; i < squares.length; i++) {
			for (int j = 0; j < LENGTH; j++) {
				float value = memory.get(i)[j];
				doubled[j * squares.length + i] = 2 * value;
				squares[i] += value * value;
			}
		}
		Value products = writer.node("MatMul", patches,
				writer.constant("patches", Constant.floats(doubled, LENGTH, squares.length)));
		Value greatest = writer.node("ReduceMax",
				List.of(writer.node("Sub", products,
						writer.constant("squares", Constant.floats(squares, squares.length)))),
				Attribute.integers("axes", 1), Attribute.integer("keepdims", 0));
		Value lengths = writer.node("ReduceSumSquare", List.of(patches), Attribute.integers("axes", 1),
				Attribute.integer("keepdims", 0));
		// Rounding may leave less than nothing
		Value distances = writer.node("Sqrt", writer.node("Relu", writer.node("Sub", lengths, greatest)));
		return finish(graph, writer.reshape(distances, -1, (long) places * places), DetectorMethod.MEMORY.output())
			.onnx()
			.bytes();
	}

	/** Whitens patches, (patches, length). */
	static Value whitened(Value patches, Whitening whitening, NodeWriter writer) {
		Value away = writer.node("Sub", patches, writer.constant("mean", Constant.floats(whitening.mean(), LENGTH)));
		return writer.node("MatMul", away,
				writer.constant("whitening", Constant.floats(whitening.matrix(), LENGTH, LENGTH)));
	}

	private Value patches(Graph graph, NodeWriter writer) {
		if (this.whole) {
			List<Value> means = Stream.of(MobileNetTrunk.STRIDE_4, MobileNetTrunk.STRIDE_8, MobileNetTrunk.STRIDE_16)
				.map((maps) -> writer.node("ReduceMean", List.of(graph.output(maps).orElseThrow()),
						Attribute.integers("axes", 2, 3), Attribute.integer("keepdims", 0)))
				.toList();
			return writer.node("Concat", means, Attribute.integer("axis", 1));
		}
		Value finest = writer.node("AveragePool", List.of(averaged(graph, writer, MobileNetTrunk.STRIDE_4)),
				Attribute.integers("kernel_shape", COARSER, COARSER), Attribute.integers("strides", COARSER, COARSER));
		Value fine = averaged(graph, writer, MobileNetTrunk.STRIDE_8);
		Value coarse = averaged(graph, writer, MobileNetTrunk.STRIDE_16);
		Value enlarged = writer.node("Resize",
				List.of(coarse, Value.ABSENT,
						writer.constant(Constant.reals(DataType.FLOAT, new double[] { 1, 1, COARSER, COARSER }, 4))),
				Attribute.text("mode", "linear"));
		Value maps = writer.node("Concat", List.of(finest, fine, enlarged), Attribute.integer("axis", 1));
		return writer.reshape(writer.transpose(maps, 0, 2, 3, 1), -1, LENGTH);
	}

	/**
	 * Zeros around the maps count, as in PyTorch, so that the border of a picture counts
	 * for less.
	 */
	private static Value averaged(Graph graph, NodeWriter writer, String maps) {
		return writer.node("AveragePool", List.of(graph.output(maps).orElseThrow()),
				Attribute.integers("kernel_shape", 3, 3), Attribute.integers("pads", 1, 1, 1, 1),
				Attribute.integers("strides", 1, 1), Attribute.integer("count_include_pad", 1));
	}

	private static Graph finish(Graph graph, Value output, String name) {
		graph.rename(output, name);
		graph.setOutputs(List.of(output));
		graph.removeUnused();
		return graph;
	}

}
