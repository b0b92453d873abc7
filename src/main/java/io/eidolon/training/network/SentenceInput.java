package io.eidolon.training.network;

import java.util.List;
import java.util.Objects;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.text.SentenceEncoder;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The sentence that a network is conditioned on,
 *
 * <pre>
 * c = c0 + s (A (e - m) - c0)
 * </pre>
 *
 * with the embedding e of a caption, its strength s, the {@link SentenceAxes axes} A and
 * the mean m of the captions that the networks learn from, and a learned vector c0 that
 * stands for no caption. A strength of 0 leaves c0 alone; beyond 1, c is farther from c0
 * than the caption itself.
 */
final class SentenceInput {

	/** The length of an embedding. */
	static final int LENGTH = SentenceEncoder.DIMENSION;

	/** The length of c. */
	static final int WIDTH = SentenceAxes.COUNT;

	private final Tensor mean; // (LENGTH)

	private final Tensor axes; // (LENGTH, WIDTH)

	private final Tensor none; // (WIDTH)

	/** Starts from random axes, which keep the variance of an embedding, of length 1. */
	SentenceInput(Weights weights) {
		this.mean = weights.constant("sentence-mean", torch.zeros(LENGTH));
		this.axes = weights.constant("sentence-axes", torch.normal(0, 1, LENGTH, WIDTH));
		this.none = weights.parameter("no-caption", torch.zeros(WIDTH));
	}

	/** Takes the axes of the captions that the network is going to learn from. */
	void fit(SentenceAxes fitted) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			this.mean.copy_(NewTensor.of(fitted.mean(), LENGTH));
			this.axes.copy_(NewTensor.of(fitted.axes(), LENGTH, WIDTH));
		}
	}

	/** A (e - m): (N, LENGTH) to (N, WIDTH). */
	Tensor along(Tensor sentence) {
		return sentence.sub(this.mean).mm(this.axes);
	}

	/**
	 * (N, LENGTH), or (N, WIDTH) for what is along the axes already, and (N, 1) to (N,
	 * WIDTH).
	 */
	Tensor forward(Tensor sentence, Tensor strength) {
		Tensor along = (sentence.size(1) == LENGTH) ? along(sentence) : sentence;
		return this.none.add(strength.mul(along.sub(this.none)));
	}

	/** (N, length) to (N, length + WIDTH), with the sentence of the condition. */
	Tensor appendTo(Tensor z, ConditionTensors condition) {
		Tensor c = forward(Objects.requireNonNull(condition.sentence()), Objects.requireNonNull(condition.strength()));
		return torch.cat(new TensorVector(z, c.to(z.scalar_type())), 1);
	}

	/** What stands for no caption: (count, WIDTH). */
	Tensor none(long count) {
		return this.none.expand(new long[] { count, -1 });
	}

	/** As {@link #appendTo}, in a graph. */
	Value emitAfter(GraphBuilder graph, Value z, GeneratorInputs inputs) {
		Value c = emit(graph, Objects.requireNonNull(inputs.sentence()), Objects.requireNonNull(inputs.strength()));
		return graph.node("Concat", List.of(z, c), Attribute.integer("axis", 1));
	}

	private Value emit(GraphBuilder graph, Value sentence, Value strength) {
		Value none = graph.constant("no-caption", Weights.values(this.none), 1, WIDTH);
		Value centred = graph.node("Sub",
				List.of(sentence, graph.constant("sentence-mean", Weights.values(this.mean), 1, LENGTH)));
		Value along = graph.node("MatMul",
				List.of(centred, graph.constant("sentence-axes", Weights.values(this.axes), LENGTH, WIDTH)));
		Value away = graph.node("Sub", List.of(along, none));
		return graph.node("Add", List.of(graph.node("Mul", List.of(away, strength)), none));
	}

}
