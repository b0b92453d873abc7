package io.eidolon.graph.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TensorData;

/**
 * Computes in floats what a graph computes in halves. Each half is a float, so that no
 * weight changes, and a processor has no arithmetic of halves: a runtime would go back
 * and forth at every node.
 */
final class SinglePrecision {

	private static final Set<String> TYPE_ATTRIBUTES = Set.of("to", "dtype");

	private SinglePrecision() {
	}

	static OnnxGraph of(OnnxGraph graph) {
		GraphProto.Builder floats = graph.model().getGraph().toBuilder();
		floats.getInitializerBuilderList().forEach(SinglePrecision::widen);
		floats.getInputBuilderList().forEach(SinglePrecision::widen);
		floats.getOutputBuilderList().forEach(SinglePrecision::widen);
		for (NodeProto.Builder node : floats.getNodeBuilderList()) {
			for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
				if (attribute.hasT()) {
					widen(attribute.getTBuilder());
				}
				if (TYPE_ATTRIBUTES.contains(attribute.getName()) && attribute.getI() == DataType.FLOAT16_VALUE) {
					attribute.setI(DataType.FLOAT_VALUE);
				}
			}
		}
		return OnnxGraph.of(graph.model().toBuilder().setGraph(floats).build());
	}

	private static void widen(ValueInfoProto.Builder value) {
		if (value.getType().getTensorType().getElemType() == DataType.FLOAT16_VALUE) {
			value.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT_VALUE);
		}
	}

	private static void widen(TensorProto.Builder tensor) {
		if (tensor.getDataType() == DataType.FLOAT16_VALUE) {
			float[] halves = TensorData.floats(tensor.build());
			ByteBuffer floats = ByteBuffer.allocate(halves.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
			floats.asFloatBuffer().put(halves);
			tensor.setDataType(DataType.FLOAT_VALUE).clearInt32Data().setRawData(ByteString.copyFrom(floats));
		}
	}

}
