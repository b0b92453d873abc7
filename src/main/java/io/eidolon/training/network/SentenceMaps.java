package io.eidolon.training.network;

import java.util.List;
import java.util.Objects;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Words that a discriminator sees beside the smallest feature maps, the same at each
 * place (Reed et al. 2016), and the captions that it reads from these maps.
 */
final class SentenceMaps {

	/** How many maps stand for the words. */
	static final int COUNT = 128;

	private final int features;

	private final SentenceInput sentence;

	private final Linear words;

	private final Linear read;

	/**
	 * Creates their weights, the initial ones following from libtorch's seed.
	 * @param features how many feature maps there are
	 * @param places the places of each
	 */
	SentenceMaps(Weights weights, int features, int places) {
		this.features = features;
		this.sentence = new SentenceInput(weights);
		this.words = Linear.of(weights, "words", SentenceInput.WIDTH, COUNT);
		this.read = Linear.of(weights, "read", features * places, SentenceInput.WIDTH);
	}

	/** (N, features, H, W) to (N, features + COUNT, H, W). */
	Tensor append(Tensor maps, ConditionTensors condition) {
		Tensor c = (condition.sentence() != null)
				? this.sentence.forward(condition.sentence(), Objects.requireNonNull(condition.strength()))
				: this.sentence.none(maps.size(0));
		Tensor everywhere = this.words.forward(c.to(maps.scalar_type()))
			.unsqueeze(2)
			.unsqueeze(3)
			.expand(-1, -1, maps.size(2), maps.size(3));
		return torch.cat(new TensorVector(maps, everywhere), 1);
	}

	/** (N, features, H, W) to (N, 64) along the axes of the captions. */
	Tensor read(Tensor maps) {
		return this.read.forward(maps.flatten(1, -1));
	}

	/** Takes the axes of the captions that the network learns from. */
	void fit(SentenceAxes axes) {
		this.sentence.fit(axes);
	}

	/** (N, 384) embeddings to (N, 64), along the axes of the captions. */
	Tensor along(Tensor embeddings) {
		return this.sentence.along(embeddings);
	}

	/** Appends what stands for no caption. */
	Value emit(GraphBuilder graph, Value maps) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			float[] none = Weights.values(this.words.forward(this.sentence.none(1)));
			float[] all = new float[this.features + COUNT];
			System.arraycopy(none, 0, all, this.features, COUNT);
			Value padded = graph.node("Pad",
					List.of(maps, graph.constant("words.pads", new long[] { 0, 0, 0, 0, 0, COUNT, 0, 0 })));
			return graph.node("Add", List.of(padded, graph.constant("words", all, 1, all.length, 1, 1)));
		}
	}

}
