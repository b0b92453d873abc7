package io.eidolon.training.export;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.loop.Captions;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.GeneratorInputs;
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
		Value z = graph.input(PortNames.LATENT, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(architecture.latentDimension()));
		@Nullable Value label = architecture.conditional() ? graph.input(PortNames.LABEL, ElementType.INT64, Dimension.BATCH)
				: null;
		@Nullable Value sentence = architecture.readsText()
				? graph.input(PortNames.SENTENCE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(Captions.LENGTH))
				: null;
		@Nullable Value strength = architecture.readsText()
				? graph.input(PortNames.STRENGTH, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1)) : null;
		graph.output(generator.emit(graph, new GeneratorInputs(z, label, sentence, strength)), PortNames.IMAGE,
				ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(architecture.channels()),
				Dimension.fixed(architecture.size().height()), Dimension.fixed(architecture.size().width()));
		return graph.build();
	}

}
