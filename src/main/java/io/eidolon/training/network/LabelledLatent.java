package io.eidolon.training.network;

import java.util.List;
import java.util.Objects;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * What a generator starts from: the latent, with a learned embedding of the label
 * appended for a class-conditional one (Mirza and Osindero 2014).
 */
final class LabelledLatent {

	private static final int EMBEDDING = 32;

	private final Architecture architecture;

	private final @Nullable Tensor embedding; // (classes, EMBEDDING)

	LabelledLatent(Weights weights, Architecture architecture) {
		this.architecture = architecture;
		this.embedding = architecture.conditional()
				? weights.parameter("embedding.weight", torch.normal(0, 1, architecture.classes(), EMBEDDING)) : null;
	}

	/** The length of latent and embedding together. */
	int length() {
		return this.architecture.latentDimension() + ((this.embedding != null) ? EMBEDDING : 0);
	}

	/** (N, latentDimension) and (N) to (N, length). */
	Tensor forward(Tensor z, @Nullable Tensor label) {
		if (this.embedding == null) {
			return z;
		}
		Tensor embedded = torch.embedding(this.embedding, Objects.requireNonNull(label));
		return torch.cat(new TensorVector(z, ComputeType.fit(embedded, z)), 1);
	}

	Value emit(GraphBuilder graph, Value z, @Nullable Value label) {
		if (this.embedding == null) {
			return z;
		}
		Value table = graph.constant("embedding.weight", Weights.values(this.embedding), this.architecture.classes(),
				EMBEDDING);
		Value embedded = graph.node("Gather", List.of(table, Objects.requireNonNull(label)));
		return graph.node("Concat", List.of(z, embedded), Attribute.integer("axis", 1));
	}

}
