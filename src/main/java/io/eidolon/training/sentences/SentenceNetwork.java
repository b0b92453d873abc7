package io.eidolon.training.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.anomaly.MobileNetTrunk;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ir.AppliedGraph;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.PortNames;

/**
 * The graph that reads pictures: the mean and the greatest value of each feature map of
 * the {@link MobileNetTrunk} over the cells of a grid, and a linear map behind them.
 *
 * @param shape the pictures
 */
record SentenceNetwork(ImageShape shape) {

	/** The output of {@link #features()}. */
	static final String FEATURES = PortNames.FEATURES;

	private static final int OPSET = 17;

	private static final int SIDE = 128;

	private static final int GRID = 2;

	private static final int CHANNELS = 3;

	private static final Map<String, Integer> STRIDES = Map.of(MobileNetTrunk.STRIDE_4, 4, MobileNetTrunk.STRIDE_8, 8,
			MobileNetTrunk.STRIDE_16, 16);

	/** The graph whose output are the features of pictures. */
	byte[] features() {
		NodeWriter writer = NodeWriter.newGraph("features", OPSET);
		return writer.finish(features(writer), FEATURES);
	}

	/** The graph whose output is what a regression says of the features. */
	byte[] reading(SentenceRegression regression) {
		NodeWriter writer = NodeWriter.newGraph("sentences", OPSET);
		int axes = regression.bias().length;
		Value reduced = writer.node("Gemm", features(writer),
				writer.constant("weights",
						Constant.floats(regression.weights(), regression.weights().length / axes, axes)),
				writer.constant("bias", Constant.floats(regression.bias(), axes)));
		Value read = writer.node("MatMul", reduced,
				writer.constant("axes", Constant.floats(regression.axes(), axes, regression.axes().length / axes)));
		return HalfPrecisionWeights.store(writer.finish(read, PortNames.SENTENCE));
	}

	private Value features(NodeWriter writer) {
		Value image = writer.graph()
			.addInput(PortNames.IMAGE,
					TensorType.of(DataType.FLOAT, Dimension.BATCH, Dimension.fixed(this.shape.channels()),
							Dimension.fixed(this.shape.height()), Dimension.fixed(this.shape.width())));
		Graph trunk = MobileNetTrunk.graph();
		List<Value> maps = new AppliedGraph(trunk, writer).to(Map.of(trunk.inputs().getFirst(), square(image, writer)));
		List<Value> pooled = new ArrayList<>();
		for (int i = 0; i < maps.size(); i++) {
			long cell = SIDE / Objects.requireNonNull(STRIDES.get(trunk.outputs().get(i).name())) / GRID;
			for (String pool : List.of("AveragePool", "MaxPool")) {
				Value cells = writer.node(pool, List.of(maps.get(i)), Attribute.integers("kernel_shape", cell, cell),
						Attribute.integers("strides", cell, cell));
				pooled.add(writer.node("Flatten", cells));
			}
		}
		return writer.node("Concat", pooled, Attribute.integer("axis", 1));
	}

	/** Three colours between -1 and 1 in the size that the trunk is shown. */
	private Value square(Value image, NodeWriter writer) {
		float minimum = this.shape.range().minimum();
		float half = (this.shape.range().maximum() - minimum) / 2;
		Value centred = writer.node("Div", writer.node("Sub", image, writer.scalar(minimum + half)),
				writer.scalar(half));
		Value colours = (this.shape.channels() == CHANNELS) ? centred
				: writer.node("Concat", List.of(centred, centred, centred), Attribute.integer("axis", 1));
		double[] scales = { 1, 1, (double) SIDE / this.shape.height(), (double) SIDE / this.shape.width() };
		return writer.node("Resize",
				List.of(colours, Value.ABSENT, writer.constant(Constant.reals(DataType.FLOAT, scales, scales.length))),
				Attribute.text("mode", "linear"));
	}

}
