package io.eidolon.training.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.eidolon.graph.OnnxGraph;

/**
 * The networks that others trained on ImageNet, whose features a discriminator may see.
 */
public enum PretrainedTrunk {

	/**
	 * MobileNetV2 (Sandler et al. 2018) to its tenth block: 24 maps at a quarter of the
	 * side, 32 at an eighth and 96 at a sixteenth.
	 */
	MOBILENET_V2("mobilenet_v2-trunk.onnx");

	private static final String FOLDER = "/io/eidolon/anomaly/";

	private final String file;

	PretrainedTrunk(String file) {
		this.file = file;
	}

	/** Reads the graph that comes with the trainer. */
	public OnnxGraph graph() {
		try (InputStream stream = Objects.requireNonNull(PretrainedTrunk.class.getResourceAsStream(FOLDER + this.file),
				this.file)) {
			return OnnxGraph.parse(stream.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
