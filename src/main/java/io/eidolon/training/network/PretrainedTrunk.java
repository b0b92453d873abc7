package io.eidolon.training.network;

import java.util.function.Supplier;

import io.eidolon.anomaly.MobileNetTrunk;
import io.eidolon.graph.OnnxGraph;

/**
 * The networks that others trained on ImageNet, whose features a discriminator may see.
 */
public enum PretrainedTrunk {

	/**
	 * MobileNetV2 (Sandler et al. 2018) to its tenth block: 24 maps at a quarter of the
	 * side, 32 at an eighth and 96 at a sixteenth.
	 */
	MOBILENET_V2(MobileNetTrunk::read);

	private final Supplier<OnnxGraph> graph;

	PretrainedTrunk(Supplier<OnnxGraph> graph) {
		this.graph = graph;
	}

	/** Reads the graph. */
	public OnnxGraph graph() {
		return this.graph.get();
	}

}
