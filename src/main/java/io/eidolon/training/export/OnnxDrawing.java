package io.eidolon.training.export;

import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.training.network.Architecture;

/** Draws as the server will. */
final class OnnxDrawing {

	private OnnxDrawing() {
	}

	/**
	 * Draws pictures with ONNX Runtime.
	 * @param z (count, latentDimension)
	 * @param labels (count), not looked at for a generator that takes none
	 * @return (count, channels, size, size)
	 */
	static float[] draw(byte[] graph, Architecture architecture, float[] z, long[] labels) {
		try (GeneratorSession session = GeneratorSession.open(graph)) {
			return session.run(z, architecture.conditional() ? labels : null, labels.length);
		}
	}

}
