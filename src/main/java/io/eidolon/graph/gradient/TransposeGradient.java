package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Axes in another order, which {@code dx} puts back.
 */
final class TransposeGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Transpose");
	}

	@Override
	public Value gradient(Step step, int input) {
		int rank = step.shape(step.x(0)).size();
		Long[] reversed = LongStream.range(0, rank).map((axis) -> rank - 1 - axis).boxed().toArray(Long[]::new);
		List<Long> order = step.attributes().integers("perm", reversed);
		long[] back = new long[rank];
		for (int i = 0; i < rank; i++) {
			back[order.get(i).intValue()] = i;
		}
		return step.node("Transpose", List.of(step.dy()), Attribute.integers("perm", back));
	}

}
