package io.eidolon.graph.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;

/**
 * Prepares a graph to compute its wide layers with 8-bit integers (Jacob et al. 2018):
 * run {@link #observed()} on latents, {@link #observe} what it gives, then take
 * {@link #quantised()}. The first and the last layer keep computing with floats, since
 * the one has the least and the other the most to lose.
 */
public final class Calibration {

	private final Rewritten folded;

	private final Map<String, Histogram> histograms = new LinkedHashMap<>();

	private Calibration(Rewritten folded) {
		this.folded = folded;
		for (WideLayer layer : WideLayer.of(Graph.of(folded.graph()))) {
			layer.values().forEach((value) -> this.histograms.put(value.name(), new Histogram()));
		}
	}

	/** Starts the calibration of a graph. */
	public static Calibration of(OnnxGraph graph) {
		return new Calibration(FastForm.folded(graph));
	}

	/** Whether there is no layer that 8-bit integers would make faster. */
	public boolean isEmpty() {
		return this.histograms.isEmpty();
	}

	/** The graph with the values that have to be observed as further outputs. */
	public OnnxGraph observed() {
		Graph graph = Graph.of(this.folded.graph());
		for (String name : this.histograms.keySet()) {
			Value value = graph.value(name).orElseThrow();
			value.declare(new TensorType(DataType.FLOAT, null));
			graph.addOutput(value);
		}
		return graph.onnx();
	}

	/** Takes in what a run gave, by name. */
	public void observe(Map<String, float[]> outputs) {
		this.histograms.forEach((value, histogram) -> histogram.add(outputs.getOrDefault(value, new float[0])));
	}

	/** The graph with its wide layers in 8-bit integers, by what was observed. */
	public Rewritten quantised() {
		Map<String, Scale> scales = new LinkedHashMap<>();
		this.histograms.forEach((value, histogram) -> scales.put(value, histogram.scale()));
		Graph graph = Graph.of(this.folded.graph());
		new QuantisedLayers(graph, scales).replace(WideLayer.of(graph));
		List<String> rewrites = new ArrayList<>(this.folded.rewrites());
		rewrites.add("quantised-convolution");
		return new Rewritten(graph.onnx(), List.copyOf(rewrites), this.folded.outcomes());
	}

}
