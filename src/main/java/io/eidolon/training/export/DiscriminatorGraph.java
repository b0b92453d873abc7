package io.eidolon.training.export;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.DiscriminatorNetwork.EmittedDiscriminator;
import io.eidolon.training.network.DiscriminatorNetwork.EmittedMaps;

/**
 * Writes a discriminator as a graph that describes pictures: the greatest value of each
 * feature map of each layer over the cells of a grid, as Radford et al. 2015, section
 * 5.1, describe pictures, and the logit.
 */
final class DiscriminatorGraph {

	private static final int OPSET = 17;

	private DiscriminatorGraph() {
	}

	/**
	 * Writes a graph.
	 * @param grid the side of the grid at most; it is smaller where the side of a map is
	 * no multiple of it
	 */
	static byte[] of(DiscriminatorNetwork discriminator, Architecture architecture, int grid) {
		GraphBuilder graph = new GraphBuilder("discriminator", OPSET);
		Value image = graph.input(PortNames.IMAGE, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(architecture.channels()), Dimension.fixed(architecture.size().height()),
				Dimension.fixed(architecture.size().width()));
		EmittedDiscriminator emitted = discriminator.emit(graph, image);
		List<Value> features = new ArrayList<>();
		int length = 0;
		for (EmittedMaps maps : emitted.maps()) {
			int down = cells(maps.height(), grid);
			int across = cells(maps.width(), grid);
			long[] cell = { maps.height() / down, maps.width() / across };
			Value greatest = graph.node("MaxPool", List.of(maps.value()), Attribute.integers("kernel_shape", cell),
					Attribute.integers("strides", cell));
			features.add(graph.node("Flatten", List.of(greatest)));
			length += maps.channels() * down * across;
		}
		graph.output(graph.node("Concat", features, Attribute.integer("axis", 1)), PortNames.FEATURES,
				ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(length));
		graph.output(graph.node("Reshape", List.of(emitted.logits(), graph.constant("logit.shape", new long[] { -1 }))),
				PortNames.LOGIT, ElementType.FLOAT, Dimension.BATCH);
		return graph.build();
	}

	/** The cells along a side: the greatest number up to the limit that divides it. */
	static int cells(int side, int most) {
		int cells = most;
		while (side % cells != 0) {
			cells--;
		}
		return cells;
	}

}
