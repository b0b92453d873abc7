package io.eidolon.training.export;

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

	private static final double TOLERANCE = 1e-4;

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
	 * @throws ParityException when a value differs by more than {@value #TOLERANCE}
	 */
	static ParityProof of(GeneratorNetwork generator, byte[] graph) {
		Architecture architecture = generator.architecture();
		float[] z = Latents.sample(new Seed(0), LATENTS, architecture.latentDimension());
		long[] labels = new long[LATENTS];
		for (int i = 0; i < LATENTS; i++) {
			labels[i] = architecture.conditional() ? i % architecture.classes() : 0;
		}
		Captions captions = captions();
		float[] expected = Evaluation.generate(generator, z, labels, captions);
		float[] full = OnnxPictures.generate(graph, architecture, z, labels, captions);
		double difference = maxAbsoluteDifference(expected, full);
		// A difference that is no number is no proof either.
		if (!(difference <= TOLERANCE)) {
			throw new ParityException("ONNX Runtime and libtorch differ by %s on %s latents; at most %s is allowed"
				.formatted(difference, LATENTS, TOLERANCE));
		}
		byte[] smaller = HalfPrecisionWeights.store(graph);
		int levels = maxLevelDifference(architecture, expected,
				OnnxPictures.generate(smaller, architecture, z, labels, captions));
		return (levels <= LEVELS) ? new ParityProof(smaller, difference, levels, true)
				: new ParityProof(graph, difference, maxLevelDifference(architecture, expected, full), false);
	}

	/**
	 * Vectors of length 1 in place of embeddings, from no strength to twice that of
	 * training.
	 */
	private static Captions captions() {
		Captions captions = Captions.none(LATENTS);
		float[] gaussian = Latents.sample(new Seed(LATENTS), LATENTS, Captions.LENGTH);
		for (int i = 0; i < gaussian.length; i++) {
			captions.sentences()[i] = gaussian[i] / (float) Math.sqrt(Captions.LENGTH);
		}
		for (int i = 0; i < LATENTS; i++) {
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

	private static double maxAbsoluteDifference(float[] expected, float[] actual) {
		double largest = 0;
		for (int i = 0; i < expected.length; i++) {
			largest = Math.max(largest, Math.abs((double) expected[i] - actual[i]));
		}
		return largest;
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
