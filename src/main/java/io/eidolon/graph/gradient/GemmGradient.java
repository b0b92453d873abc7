package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * A scaled product of matrices, each as it is or transposed, and an offset:
 * {@code Y = s A' B' + t C, dA' = s dY B'^T, dB' = s A'^T dY, dC = t dY}.
 */
final class GemmGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Gemm");
	}

	@Override
	public Value gradient(Step step, int input) {
		boolean left = step.attributes().integer("transA", 0) != 0;
		boolean right = step.attributes().integer("transB", 0) != 0;
		Value a = step.x(0);
		Value b = step.x(1);
		Value dy = step.dy();
		return switch (input) {
			case 0 -> left ? product(step, b, right, dy, true) : product(step, dy, false, b, !right);
			case 1 -> right ? product(step, dy, true, a, left) : product(step, a, !left, dy, false);
			default -> step.unbroadcast(step.product(dy, step.scalar(step.attributes().real("beta", 1))), input);
		};
	}

	private static Value product(Step step, Value a, boolean transposeA, Value b, boolean transposeB) {
		return step.node("Gemm", List.of(a, b), Attribute.real("alpha", step.attributes().real("alpha", 1)),
				Attribute.integer("transA", transposeA ? 1 : 0), Attribute.integer("transB", transposeB ? 1 : 0));
	}

}
