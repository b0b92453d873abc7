package io.eidolon.training.encoder;

import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/** An encoder at the end of its training, and how good it is. */
public final class TrainedEncoder {

	private final EncoderGraph graph;

	private final double generatedPsnr;

	private final @Nullable Double realPsnr;

	TrainedEncoder(EncoderGraph graph, double generatedPsnr, @Nullable Double realPsnr) {
		this.graph = graph;
		this.generatedPsnr = generatedPsnr;
		this.realPsnr = realPsnr;
	}

	/** The bytes of its {@code .onnx} file. */
	public byte[] graph() {
		return this.graph.bytes();
	}

	/**
	 * Describes it.
	 * @param command the arguments that repeat the training
	 * @param seed the seed of the training
	 * @param data the real pictures, null when there were none
	 */
	public ModelCard.Encoder asCard(String command, long seed, @Nullable String data) {
		return new ModelCard.Encoder(command, this.graph.network(), seed, this.graph.steps(), data,
				rounded(this.generatedPsnr), (this.realPsnr != null) ? rounded(this.realPsnr) : null,
				this.graph.maxAbsoluteDifference());
	}

	private static double rounded(double decibels) {
		return Math.round(decibels * 100) / 100.0;
	}

}
