package io.eidolon.recognition;

import java.util.List;

import io.eidolon.anomaly.MobileNetTrunk;
import io.eidolon.batching.Workers;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.gradient.BatchedExtractor;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.PortNames;
import org.jspecify.annotations.Nullable;

/**
 * Describes pictures by the {@link MobileNetTrunk}. A picture is described by the mean
 * and the greatest value of each of its 152 feature maps at a quarter, an eighth and a
 * sixteenth of its side. It is opened when it is first asked for.
 */
final class ImagenetTrunk implements AutoCloseable {

	static final String NAME = "mobilenet-v2";

	private static final int SIDE = 128;

	private static final List<String> MAPS = List.of(MobileNetTrunk.STRIDE_4, MobileNetTrunk.STRIDE_8,
			MobileNetTrunk.STRIDE_16);

	private final Workers workers;

	/** Guarded by this. Null until somebody asks. */
	private @Nullable BatchedExtractor opened;

	ImagenetTrunk(Workers workers) {
		this.workers = workers;
	}

	synchronized BatchedExtractor extractor() {
		if (this.opened == null) {
			this.opened = new BatchedExtractor(NAME, new ImageShape(SIDE, SIDE, 3, ValueRange.TANH),
					FeatureExtractor.open(MobileNetTrunk.FILE, withFeatures()), PortNames.FEATURES, this.workers);
		}
		return this.opened;
	}

	/** Appends means and greatest values over the places of each map, (N, 304). */
	private static byte[] withFeatures() {
		Graph graph = MobileNetTrunk.graph();
		NodeWriter writer = NodeWriter.atEnd(graph, "features.");
		List<Value> pooled = MAPS.stream()
			.map((name) -> graph.output(name).orElseThrow())
			.flatMap((maps) -> List.of("GlobalAveragePool", "GlobalMaxPool")
				.stream()
				.map((pool) -> writer.node("Flatten", writer.node(pool, maps))))
			.toList();
		Value features = writer.node("Concat", pooled, Attribute.integer("axis", 1));
		graph.rename(features, PortNames.FEATURES);
		graph.setOutputs(List.of(features));
		return graph.onnx().bytes();
	}

	@Override
	public synchronized void close() {
		if (this.opened != null) {
			this.opened.close();
		}
	}

}
