package io.eidolon.training.encoder;

import java.util.Arrays;

import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.training.data.Batch;

/** How close G(E(x)) comes to x, with both as they are served. */
final class Reconstruction {

	/** Pictures of one run of a session. */
	private static final int BATCH = 32;

	private final FeatureExtractor encoder;

	private final Decoder decoder;

	Reconstruction(FeatureExtractor encoder, Decoder decoder) {
		this.encoder = encoder;
		this.decoder = decoder;
	}

	/**
	 * The peak signal-to-noise ratio of pictures, from the mean of their squared errors.
	 * @param pictures in the generator's range
	 */
	double psnr(Batch pictures) {
		ImageShape image = this.decoder.image();
		int count = pictures.labels().length;
		int length = this.decoder.samples();
		double sum = 0;
		for (int from = 0; from < count; from += BATCH) {
			int to = Math.min(count, from + BATCH);
			Batch part = new Batch(Arrays.copyOfRange(pictures.images(), from * length, to * length),
					Arrays.copyOfRange(pictures.labels(), from, to));
			float[] z = this.encoder.run(part.images(), to - from, image.channels(), image.height(), image.width(),
					EncoderNetwork.OUTPUT);
			for (float loss : this.decoder.compare(z, part).losses()) {
				sum += loss;
			}
		}
		return decibels(sum / count, this.decoder.span());
	}

	/** 10 log10(span^2 / error). */
	static double decibels(double meanSquaredError, double span) {
		return 10 * Math.log10(span * span / meanSquaredError);
	}

}
