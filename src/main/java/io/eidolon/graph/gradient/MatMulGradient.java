package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Products of matrices, or of stacks of them that broadcasting repeats:
 * {@code Y = A B, dA = dY B^T, dB = A^T dY}.
 */
final class MatMulGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("MatMul");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (step.shape(step.x(0)).size() < 2 || step.shape(step.x(1)).size() < 2) {
			throw step.unsupported("multiplies a vector");
		}
		Value product = (input == 0) ? step.node("MatMul", step.dy(), transposed(step, 1))
				: step.node("MatMul", transposed(step, 0), step.dy());
		List<Long> shape = new ArrayList<>(step.shape(step.y()));
		List<Long> to = step.shape(step.x(input));
		for (int i = 1; i <= 2; i++) {
			shape.set(shape.size() - i, to.get(to.size() - i));
		}
		return step.tape().summedTo(product, shape, to);
	}

	private static Value transposed(Step step, int input) {
		int rank = step.shape(step.x(input)).size();
		long[] order = LongStream.range(0, rank).toArray();
		order[rank - 2] = rank - 1;
		order[rank - 1] = rank - 2;
		return step.node("Transpose", List.of(step.x(input)), Attribute.integers("perm", order));
	}

}
