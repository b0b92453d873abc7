package io.eidolon.training.network;

import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The weight of a layer, as it is learned or with spectral normalisation (Miyato et al.
 * 2018, "Spectral Normalization for Generative Adversarial Networks", algorithm 1):
 * divided by its largest singular value, which one step of the power iteration follows at
 * each use that a gradient may follow. Without gradients the weight stays what it is.
 */
final class LayerWeight {

	private static final double EPSILON = 1e-12;

	private final String name;

	private final Tensor weight; // (out, ...)

	private final @Nullable Tensor direction; // (out), the left singular vector u

	LayerWeight(Weights weights, String name, Tensor initial, boolean spectral) {
		this.name = name + ".weight";
		this.weight = weights.parameter(this.name, initial);
		this.direction = spectral ? weights.buffer(name + ".direction", unit(torch.randn(initial.size(0)))) : null;
	}

	Tensor value() {
		return (this.direction != null) ? this.weight.div(spectralNorm(this.direction)) : this.weight;
	}

	/** sigma = u^T W v, a scalar; u and v are taken as constants. */
	private Tensor spectralNorm(Tensor direction) {
		boolean training = GradMode.is_enabled();
		Tensor matrix = this.weight.flatten(1, -1);
		Tensor u;
		Tensor v;
		try (NoGradGuard _ = new NoGradGuard()) {
			v = unit(matrix.t().mv(direction));
			u = training ? unit(matrix.mv(v)) : direction;
			if (training) {
				direction.copy_(u);
			}
		}
		return u.dot(matrix.mv(v));
	}

	private static Tensor unit(Tensor vector) {
		return vector.div(vector.norm().add(new Scalar(EPSILON)));
	}

	/** The name under which the weight is stored. */
	String name() {
		return this.name;
	}

	/** Stores the weight, as it is used, in a graph, and returns it. */
	Value emit(GraphBuilder graph) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Tensor used = value();
			return graph.constant(this.name, Weights.values(used), used.shape());
		}
	}

	/** The height and the width of a kernel: those of (out, in, height, width). */
	long[] kernel() {
		return new long[] { this.weight.size(2), this.weight.size(3) };
	}

}
