package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Channels as blocks of pixels and back: the same elements in other places, which
 * {@code dx} puts back.
 */
final class DepthToSpaceGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("DepthToSpace", "SpaceToDepth");
	}

	@Override
	public Value gradient(Step step, int input) {
		Attribute size = Attribute.integer("blocksize", step.attributes().integer("blocksize", 1));
		if (step.node().operator().equals("SpaceToDepth")) {
			return step.node("DepthToSpace", List.of(step.dy()), size);
		}
		if (!step.attributes().text("mode", "DCR").equals("CRD")) {
			return step.node("SpaceToDepth", List.of(step.dy()), size);
		}
		// (N, C, H b, W b) to (N, C, b, b, H, W), and the blocks into the channels.
		long block = step.attributes().integer("blocksize", 1);
		long channels = step.size(step.y(), 1);
		long height = step.size(step.x(0), 2);
		long width = step.size(step.x(0), 3);
		Value apart = step.node("Reshape", step.dy(), step.tape().integers(-1, channels, height, block, width, block));
		Value together = step.node("Transpose", List.of(apart), Attribute.integers("perm", 0, 1, 3, 5, 2, 4));
		return step.tape().reshapedLike(together, step.x(0));
	}

}
