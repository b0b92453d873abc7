package io.eidolon.training.anomaly;

import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ir.AppliedGraph;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.PortNames;

/**
 * The graph that compares a picture x with G(E(x)): place by place, by pixels and by the
 * features of {@link PatchNetwork}. Both are seen at the size that G makes.
 *
 * @param encoder E: an image in the generator's range to z
 * @param generator G, in its canonical form
 * @param shape what G makes
 * @param side the pixels of a side of x
 */
record ReconstructionNetwork(Graph encoder, Graph generator, ImageShape shape, int side) {

	/** The version of the operators of all graphs that become one. */
	static final long OPSET = 17;

	private static final int CHANNELS = 3;

	private static final float FULL_RANGE = 2;

	/**
	 * The graph whose output {@link PatchNetwork#PATCHES} are, for each place, the
	 * features of x without those of G(E(x)), and behind them the root of the mean
	 * squared difference of pixels.
	 */
	byte[] differences() {
		NodeWriter writer = NodeWriter.newGraph("differences", OPSET);
		Comparison compared = compare(writer);
		Value differences = writer.node("Concat", List.of(compared.features, compared.pixels),
				Attribute.integer("axis", 1));
		return writer.finish(differences, PatchNetwork.PATCHES);
	}

	/**
	 * The graph of the detector.
	 * @param whitening of differences of features
	 * @param scale the mean difference of pixels
	 */
	byte[] findings(Whitening whitening, float scale) {
		NodeWriter writer = NodeWriter.newGraph("reconstruction", OPSET);
		Comparison compared = compare(writer);
		Value pixels = writer.node("Div", compared.pixels, writer.scalar(scale));
		Value whitened = PatchNetwork.whitened(compared.features, whitening, writer);
		Value features = writer.node("Sqrt", writer.node("ReduceMean", List.of(writer.node("Mul", whitened, whitened)),
				Attribute.integers("axes", 1)));
		long places = (long) places() * places();
		Value findings = writer.node("Concat",
				List.of(writer.reshape(pixels, -1, places), writer.reshape(features, -1, places),
						writer.reshape(compared.made, -1, (long) CHANNELS * this.side * this.side)),
				Attribute.integer("axis", 1));
		return writer.finish(findings, DetectorMethod.RECONSTRUCTION.output());
	}

	/** How many places a side of its map has. */
	int places() {
		return PatchNetwork.OF_PLACES.places(this.side);
	}

	private Comparison compare(NodeWriter writer) {
		Value image = writer.graph()
			.addInput(PortNames.IMAGE, TensorType.of(DataType.FLOAT, Dimension.BATCH, Dimension.fixed(CHANNELS),
					Dimension.fixed(this.side), Dimension.fixed(this.side)));
		Value seen = resized(image, this.side, this.shape.width(), writer);
		Value made = made(seen, writer);
		Value difference = writer.node("Sub", seen, made);
		Value squares = writer.node("ReduceMean", List.of(writer.node("Mul", difference, difference)),
				Attribute.integers("axes", 1));
		Value pixels = writer.node("Sqrt", pooled(squares, this.shape.width() / places(), writer));
		Graph patches = PatchNetwork.OF_PLACES.patches();
		AppliedGraph described = new AppliedGraph(patches, writer);
		Value enlarged = resized(made, this.shape.width(), this.side, writer);
		Value features = writer.node("Sub",
				described.to(Map.of(patches.inputs().getFirst(), resized(seen, this.shape.width(), this.side, writer)))
					.getFirst(),
				described.to(Map.of(patches.inputs().getFirst(), enlarged)).getFirst());
		return new Comparison(writer.reshape(pixels, -1, 1), features, enlarged);
	}

	/** G(E(x)), of colours between -1 and 1 as x is. */
	private Value made(Value seen, NodeWriter writer) {
		boolean grey = this.shape.channels() == 1;
		float minimum = this.shape.range().minimum();
		float factor = (this.shape.range().maximum() - minimum) / FULL_RANGE;
		Value channels = grey ? writer.node("ReduceMean", List.of(seen), Attribute.integers("axes", 1)) : seen;
		// The range is [-1, 1] times the factor, moved by the offset
		Value offset = writer.scalar(minimum + factor);
		Value input = writer.node("Add", writer.node("Mul", channels, writer.scalar(factor)), offset);
		Value z = new AppliedGraph(this.encoder, writer).to(Map.of(this.encoder.inputs().getFirst(), input)).getFirst();
		List<Value> outputs = new AppliedGraph(this.generator, writer)
			.to(Map.of(this.generator.input(PortNames.LATENT).orElseThrow(), z));
		Value image = outputs
			.get(this.generator.outputs().indexOf(this.generator.output(PortNames.IMAGE).orElseThrow()));
		Value made = writer.node("Div", writer.node("Sub", image, offset), writer.scalar(factor));
		return grey ? writer.node("Concat", List.of(made, made, made), Attribute.integer("axis", 1)) : made;
	}

	private static Value resized(Value image, int from, int to, NodeWriter writer) {
		if (from >= to && from % to == 0) {
			return pooled(image, from / to, writer);
		}
		double factor = (double) to / from;
		return writer.node("Resize",
				List.of(image, Value.ABSENT,
						writer.constant(Constant.reals(DataType.FLOAT, new double[] { 1, 1, factor, factor }, 4))),
				Attribute.text("mode", "linear"));
	}

	private static Value pooled(Value maps, long cell, NodeWriter writer) {
		return (cell == 1) ? maps : writer.node("AveragePool", List.of(maps),
				Attribute.integers("kernel_shape", cell, cell), Attribute.integers("strides", cell, cell));
	}

	/**
	 * What a picture and its reconstruction have not in common.
	 *
	 * @param pixels (N * places * places, 1)
	 * @param features (N * places * places, length)
	 * @param made (N, 3, side, side) the reconstruction
	 */
	private record Comparison(Value pixels, Value features, Value made) {

	}

}
