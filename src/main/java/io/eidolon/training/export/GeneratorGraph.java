package io.eidolon.training.export;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.GraphBuilder;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.GeneratorNetwork;
import org.jspecify.annotations.Nullable;

/** Writes a generator as the graph that a model card promises. */
final class GeneratorGraph {

	private static final int OPSET = 17;

	private GeneratorGraph() {
	}

	static byte[] of(GeneratorNetwork generator) {
		Architecture architecture = generator.architecture();
		GraphBuilder graph = new GraphBuilder("generator", OPSET);
		String z = graph.input(ModelCard.LATENT_INPUT, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(architecture.latentDimension()));
		@Nullable String label = architecture.conditional()
				? graph.input(ModelCard.LABEL_INPUT, ElementType.INT64, Dimension.BATCH) : null;
		graph.output(generator.emit(graph, z, label), ModelCard.IMAGE_OUTPUT, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(architecture.channels()), Dimension.fixed(architecture.imageSize()),
				Dimension.fixed(architecture.imageSize()));
		return graph.build();
	}

}
