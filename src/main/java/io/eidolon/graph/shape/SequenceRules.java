package io.eidolon.graph.shape;

import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Recurrent layers, over sequences of shape (length, batch, width). */
final class SequenceRules {

	private SequenceRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("RNN", SequenceRules::recurrent);
		rules.put("GRU", SequenceRules::recurrent);
		rules.put("LSTM", SequenceRules::recurrent);
		rules.put("ReverseSequence", (node) -> List.of(InferredTensor.of(node.input(0).type(), node.shape(0))));
	}

	// All steps, and the last state; of an LSTM two of these.
	private static List<InferredTensor> recurrent(ShapedNode node) {
		List<Long> x = node.shape(0);
		List<Long> r = node.shape(2);
		DataType type = node.input(0).type();
		if (x == null || r == null) {
			return List.of();
		}
		if (x.size() != 3 || r.size() != 3) {
			throw node.wrong("reads %s with weights of %s; three axes each are needed".formatted(x, r));
		}
		boolean batchFirst = node.integer("layout", 0) != 0;
		long length = x.get(batchFirst ? 1 : 0);
		long batch = x.get(batchFirst ? 0 : 1);
		long directions = r.get(0);
		long width = r.get(2);
		InferredTensor all = InferredTensor.of(type,
				batchFirst ? List.of(batch, length, directions, width) : List.of(length, directions, batch, width));
		InferredTensor last = InferredTensor.of(type,
				batchFirst ? List.of(batch, directions, width) : List.of(directions, batch, width));
		return List.of(all, last, last);
	}

}
