package io.eidolon.graph.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ShapeMeasurement;
import io.eidolon.graph.ShapeMeasurement.Measured;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;

/**
 * Has a graph run for the shapes that no rule tells: from front to back, so that each run
 * stays within what is known to fit into memory, but for the operators in question.
 */
final class MeasuredShapes {

	/** Rules tell what follows from a shape, so that one run is mostly enough. */
	private static final int MAX_RUNS = 64;

	/**
	 * A number decides how much they make: where no rule tells the number, a run would
	 * take any amount of memory, and not end before it had filled it.
	 */
	private static final Set<String> SIZED_BY_NUMBERS = Set.of("AffineGrid", "BlackmanWindow", "CenterCropPad",
			"Col2Im", "ConstantOfShape", "DFT", "Expand", "HammingWindow", "HannWindow", "If", "ImageDecoder",
			"MaxRoiPool", "MaxUnpool", "MelWeightMatrix", "Multinomial", "OneHot", "Pad", "RandomNormal",
			"RandomUniform", "Range", "Resize", "RoiAlign", "STFT", "TfIdfVectorizer", "Tile", "Upsample");

	private final Graph graph;

	private final Map<Value, List<Long>> inputs;

	private final ShapeMeasurement measurement;

	MeasuredShapes(Graph graph, Map<Value, List<Long>> inputs, ShapeMeasurement measurement) {
		this.graph = graph;
		this.inputs = inputs;
		this.measurement = measurement;
	}

	Shapes shapes() {
		Map<Value, InferredTensor> measured = new HashMap<>();
		for (int run = 0; run < MAX_RUNS; run++) {
			Shapes shapes = Shapes.of(this.graph, this.inputs, measured);
			List<Value> unknown = unknown(shapes);
			if (unknown.isEmpty()) {
				return shapes;
			}
			checkBounded(shapes);
			Footprint.ofKnown(this.graph, shapes);
			Map<String, Measured> found = this.measurement.of(probe(unknown));
			if (found.isEmpty()) {
				return shapes;
			}
			unknown.forEach((value) -> measured.put(value, inferred(value, found)));
		}
		throw new InvalidGraphException(
				"The sizes of what the graph makes cannot be told, even by %s runs".formatted(MAX_RUNS));
	}

	// What is made from known shapes by an operator without a rule.
	private List<Value> unknown(Shapes shapes) {
		return next(shapes).flatMap((node) -> node.outputs().stream())
			.filter((value) -> isUnknown(value, shapes))
			.toList();
	}

	private void checkBounded(Shapes shapes) {
		next(shapes).filter((node) -> SIZED_BY_NUMBERS.contains(node.operator())).findFirst().ifPresent((node) -> {
			throw new InvalidGraphException(
					"The size of what operator %s makes cannot be told before a run; only graphs where it can are run"
						.formatted(node.operator()));
		});
	}

	/** The nodes of which the inputs are known, and not all that they make. */
	private Stream<Node> next(Shapes shapes) {
		return this.graph.nodes()
			.stream()
			.filter((node) -> node.inputs()
				.stream()
				.allMatch((input) -> input.isAbsent() || shapes.of(input).isPresent()))
			.filter((node) -> node.outputs().stream().anyMatch((value) -> isUnknown(value, shapes)));
	}

	private static boolean isUnknown(Value value, Shapes shapes) {
		return !value.name().isEmpty() && shapes.of(value).isEmpty();
	}

	private OnnxGraph probe(List<Value> unknown) {
		Graph probe = Graph.of(this.graph.onnx());
		NodeWriter front = NodeWriter.atStart(probe, "probe/");
		List<Value> floats = this.inputs.entrySet().stream().map((entry) -> {
			Value input = probe.input(entry.getKey().name()).orElseThrow();
			Value real = probe.addInput("probe/" + input.name(), new TensorType(DataType.FLOAT,
					entry.getValue().stream().<Dimension>map(Dimension.Fixed::new).toList()));
			Value same = (input.elementType() == DataType.FLOAT) ? real : front.cast(real, input.elementType());
			input.uses().forEach((use) -> use.node().setInput(use.input(), same));
			return real;
		}).toList();
		probe.setInputs(floats);
		probe.setOutputs(unknown.stream().map((value) -> probe.value(value.name()).orElseThrow()).toList());
		probe.outputs().forEach((value) -> value.declare(TensorType.UNKNOWN));
		probe.removeUnused();
		return probe.onnx();
	}

	private static InferredTensor inferred(Value value, Map<String, Measured> found) {
		Measured measured = Objects.requireNonNull(found.get(value.name()), value.name());
		return InferredTensor.of(measured.type(), measured.shape());
	}

}
