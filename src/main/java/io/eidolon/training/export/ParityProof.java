package io.eidolon.training.export;

import java.util.Locale;

import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.inference.plan.Levels;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.Proof;
import io.eidolon.training.loop.Captions;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.GeneratorNetwork;

/**
 * Holds a graph, as ONNX Runtime runs it, against the network, as libtorch runs it.
 */
final class ParityProof {

	private static final int LATENTS = 64;

	/** The root mean square of the difference, as a share of that of the pictures. */
	private static final double TOLERANCE = 1e-4;

	/** Half a level of 255, in pictures from -1 to 1. */
	private static final double HALF_LEVEL = 1 / 255.0;

	private static final int LEVELS = 1;

	private final byte[] graph;

	private final double maxAbsoluteDifference;

	private final int maxLevelDifference;

	private final boolean halfPrecision;

	private ParityProof(byte[] graph, double maxAbsoluteDifference, int maxLevelDifference, boolean halfPrecision) {
		this.graph = graph;
		this.maxAbsoluteDifference = maxAbsoluteDifference;
		this.maxLevelDifference = maxLevelDifference;
		this.halfPrecision = halfPrecision;
	}

	/**
	 * Proves a graph, and chooses the half as large one of the same weights in half
	 * precision where its pictures are within {@value #LEVELS} level of 255.
	 * @param sentences (any, 384) the embeddings of captions of the data, for a generator
	 * that reads them
	 * @throws ParityException when the pictures differ by more than {@value #TOLERANCE}
	 * of their size, or any value by half a level
	 */
	static ParityProof of(GeneratorNetwork generator, byte[] graph, float[][] sentences) {
		Architecture architecture = generator.architecture();
		float[] z = Latents.sample(new Seed(0), LATENTS, architecture.latentDimension());
		long[] labels = new long[LATENTS];
		for (int i = 0; i < LATENTS; i++) {
			labels[i] = architecture.conditional() ? i % architecture.classes() : 0;
		}
		Captions captions = captions(sentences);
		float[] expected = Evaluation.generate(generator, z, labels, captions);
		float[] full = OnnxPictures.generate(graph, architecture, z, labels, captions);
		double difference = maxAbsoluteDifference(expected, full);
		double share = relativeDifference(expected, full);
		// A difference that is no number is no proof either.
		if (!(share <= TOLERANCE && difference <= HALF_LEVEL)) {
			throw new ParityException(String.format(Locale.ROOT,
					"ONNX Runtime and libtorch differ by %.2g of the size of %s pictures, and a value by %.2g; at most %.2g and %.2g are allowed",
					share, LATENTS, difference, TOLERANCE, HALF_LEVEL));
		}
		byte[] smaller = HalfPrecisionWeights.store(graph);
		int levels = maxLevelDifference(architecture, expected,
				OnnxPictures.generate(smaller, architecture, z, labels, captions));
		return (levels <= LEVELS) ? new ParityProof(smaller, difference, levels, true)
				: new ParityProof(graph, difference, maxLevelDifference(architecture, expected, full), false);
	}

	/** Captions of the data, from no strength to twice that of training. */
	private static Captions captions(float[][] sentences) {
		Captions captions = Captions.none(LATENTS);
		for (int i = 0; i < LATENTS && sentences.length > 0; i++) {
			float[] sentence = sentences[(int) ((long) i * sentences.length / LATENTS)];
			System.arraycopy(sentence, 0, captions.sentences(), i * Captions.LENGTH, Captions.LENGTH);
			captions.strengths()[i] = i % 3;
		}
		return captions;
	}

	/** The graph to store. */
	byte[] graph() {
		return this.graph;
	}

	Proof asCard() {
		return new Proof("ONNX Runtime", LATENTS, this.maxAbsoluteDifference,
				this.halfPrecision ? "float16" : "float32", this.maxLevelDifference);
	}

	/**
	 * The greatest difference of two values at the same place; no number where one is
	 * none.
	 */
	static double maxAbsoluteDifference(float[] expected, float[] actual) {
		double largest = 0;
		for (int i = 0; i < expected.length; i++) {
			largest = Math.max(largest, Math.abs((double) expected[i] - actual[i]));
		}
		return largest;
	}

	/** |expected - actual| / |expected|, over all values. */
	private static double relativeDifference(float[] expected, float[] actual) {
		double difference = 0;
		double size = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow((double) expected[i] - actual[i], 2);
			size += Math.pow(expected[i], 2);
		}
		return Math.sqrt(difference / Math.max(size, 1e-12));
	}

	private static int maxLevelDifference(Architecture architecture, float[] expected, float[] actual) {
		Levels levels = new Levels(architecture.imageShape());
		int largest = 0;
		for (int n = 0; n < LATENTS; n++) {
			byte[] wanted = levels.samples(expected, n);
			byte[] found = levels.samples(actual, n);
			for (int i = 0; i < wanted.length; i++) {
				largest = Math.max(largest, Math.abs((wanted[i] & 0xFF) - (found[i] & 0xFF)));
			}
		}
		return largest;
	}

}
