package io.eidolon.training.network;

import java.util.List;

import io.eidolon.graph.GraphBuilder;
import io.eidolon.text.SentenceEncoder;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The sentence that a network is conditioned on,
 *
 * <pre>
 * c = sqrt(384) (c0 + s (e - c0))
 * </pre>
 *
 * with the embedding e of a caption, its strength s and a learned vector c0 that stands
 * for no caption. A strength of 0 leaves c0 alone; beyond 1, c is farther from c0 than
 * the caption itself. An embedding has length 1: the factor gives its 384 numbers the
 * variance 1 that those of a latent have, without which the layers after it hardly see a
 * caption at the start.
 */
final class SentenceInput {

	/** The length of an embedding. */
	static final int LENGTH = SentenceEncoder.DIMENSION;

	private static final double SCALE = Math.sqrt(LENGTH);

	private final Tensor none; // (LENGTH)

	SentenceInput(Weights weights) {
		// An embedding has length 1
		this.none = weights.parameter("no-caption", torch.normal(0, 1 / Math.sqrt(LENGTH), LENGTH));
	}

	/** (N, LENGTH) and (N, 1) to (N, LENGTH). */
	Tensor forward(Tensor sentence, Tensor strength) {
		return this.none.add(strength.mul(sentence.sub(this.none))).mul(new Scalar(SCALE));
	}

	String emit(GraphBuilder graph, String sentence, String strength) {
		String none = graph.constant("no-caption", Weights.values(this.none), 1, LENGTH);
		String away = graph.node("Sub", List.of(sentence, none));
		String c = graph.node("Add", List.of(graph.node("Mul", List.of(away, strength)), none));
		return graph.node("Mul", List.of(c, graph.constant("sentence-scale", new float[] { (float) SCALE }, 1)));
	}

}
