package io.eidolon.training.encoder;

import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.training.export.ParityException;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.Tensor;

/**
 * The graph of an encoder at the end of its training.
 *
 * @param bytes the bytes of an {@code .onnx} file, its weights in half precision
 * @param network its layers
 * @param steps how many batches it learned from
 * @param maxAbsoluteDifference the largest difference of the float graph's latents from
 * those of the network
 */
record EncoderGraph(byte[] bytes, String network, long steps, double maxAbsoluteDifference) {

	/** How many pictures are compared. */
	static final int PROOFS = 64;

	private static final double TOLERANCE = 1e-3;

	/**
	 * Compares a network's graph, as ONNX Runtime runs it, with the network, as libtorch
	 * runs it.
	 * @param pictures (PROOFS, C, H, W) in the generator's range
	 * @throws ParityException when a latent differs by more than {@value #TOLERANCE}
	 */
	static EncoderGraph of(EncoderNetwork encoder, long steps, ImageShape image, float[] pictures) {
		byte[] graph = encoder.toOnnx();
		Tensor x = NewTensor.of(pictures, PROOFS, image.channels(), image.height(), image.width());
		float[] expected = Weights.values(encoder.forward(x, false));
		double difference = 0;
		try (FeatureExtractor extractor = FeatureExtractor.open("The encoder", graph)) {
			float[] actual = extractor.run(pictures, PROOFS, image.channels(), image.height(), image.width(),
					EncoderNetwork.OUTPUT);
			for (int i = 0; i < expected.length; i++) {
				difference = Math.max(difference, Math.abs((double) expected[i] - actual[i]));
			}
		}
		// NaN is no proof either.
		if (!(difference <= TOLERANCE)) {
			throw new ParityException("ONNX Runtime and libtorch differ by %s on %s pictures; at most %s is allowed"
				.formatted(difference, PROOFS, TOLERANCE));
		}
		return new EncoderGraph(HalfPrecisionWeights.store(graph), encoder.toString(), steps, difference);
	}

}
