package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Footprint;
import io.eidolon.graph.shape.Shapes;

/** A network from images that may come from anywhere, as a generator may. */
public final class ImageNetwork {

	private ImageNetwork() {
	}

	/**
	 * Writes it as one of opset 17 or later, in floats, after a look at what a run takes.
	 * @param image the image (1, channels, height, width); what the graph declares goes
	 * before it
	 * @throws InvalidGraphException when it takes no image, or when a run takes more
	 * memory or time than that of any generator
	 */
	public static OnnxGraph of(OnnxGraph source, List<Long> image) {
		OnnxGraph upgraded = CanonicalForm.upgraded(source);
		Graph graph = Graph.of(upgraded);
		if (graph.inputs().size() != 1) {
			throw new InvalidGraphException(
					"The graph must take one input, the image, and not %s".formatted(graph.inputs().size()));
		}
		Value input = graph.inputs().getFirst();
		Footprint.of(graph, Shapes.of(graph, Map.of(input, shape(input, image))));
		return upgraded;
	}

	private static List<Long> shape(Value input, List<Long> image) {
		List<Long> shape = new ArrayList<>(image);
		List<Dimension> declared = input.shape();
		if (declared != null && declared.size() == image.size()) {
			for (int axis = 1; axis < shape.size(); axis++) {
				if (declared.get(axis) instanceof Dimension.Fixed(long size)) {
					shape.set(axis, size);
				}
			}
		}
		return shape;
	}

}
