package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/** Repeated along axes: {@code dx} is the sum of {@code dy} over the repeats. */
final class TileGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Tile");
	}

	@Override
	public Value gradient(Step step, int input) {
		List<Long> shape = step.shape(step.x(0));
		long[] repeats = step.integers(1);
		List<Long> apart = new ArrayList<>(); // (r0, s0, r1, s1, ...) without repeats of
												// 1
		List<Long> axes = new ArrayList<>();
		for (int i = 0; i < repeats.length; i++) {
			if (repeats[i] != 1) {
				axes.add((long) apart.size());
				apart.add(repeats[i]);
			}
			apart.add((repeats[i] != 1) ? step.size(step.x(0), i) : shape.get(i));
		}
		if (axes.isEmpty()) {
			return step.dy();
		}
		Value parts = step.node("Reshape", step.dy(), step.tape().integers(Tape.longs(apart)));
		return step.node("ReduceSum", List.of(parts, step.tape().integers(Tape.longs(axes))),
				Attribute.integer("keepdims", 0));
	}

}
