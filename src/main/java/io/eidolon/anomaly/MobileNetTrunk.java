package io.eidolon.anomaly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;

/**
 * MobileNetV2 (Sandler et al. 2018) to its tenth block, as it was trained on ImageNet. It
 * takes images (N, 3, H, W) between -1 and 1, whose sides are multiples of 16.
 */
public final class MobileNetTrunk {

	/** Its file, by which errors call it. */
	public static final String FILE = "mobilenet_v2-trunk.onnx";

	/** The output of 24 feature maps at a quarter of the side. */
	public static final String STRIDE_4 = "stride4";

	/** The output of 32 feature maps at an eighth of the side. */
	public static final String STRIDE_8 = "stride8";

	/** The output of 96 feature maps at a sixteenth of the side. */
	public static final String STRIDE_16 = "stride16";

	private MobileNetTrunk() {
	}

	/** Reads its graph, which the caller may change. */
	public static Graph graph() {
		return Graph.of(read());
	}

	/** Reads its graph as it is. */
	public static OnnxGraph read() {
		try (InputStream in = Objects.requireNonNull(MobileNetTrunk.class.getResourceAsStream(FILE), FILE)) {
			return OnnxGraph.parse(in.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
