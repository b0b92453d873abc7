package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * What a run does not change, or gives another type: {@code dx = dy} in the type of x.
 */
final class IdentityGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Identity", "Cast", "CastLike", "Dropout");
	}

	@Override
	public Value gradient(Step step, int input) {
		DataType type = step.tape().shapes().type(step.x(0));
		return (type == step.type()) ? step.dy()
				: step.node("Cast", List.of(step.dy()), Attribute.integer("to", type.getNumber()));
	}

}
