package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import com.google.protobuf.ByteString;

/** Graphs open in ONNX Runtime, among them graphs of a single operator. */
public final class Sessions implements AutoCloseable {

	private final OrtEnvironment environment = OrtEnvironment.getEnvironment();

	private final Map<ByteString, OrtSession> open = new HashMap<>();

	// The same operator is asked for again and again, in 64 bits that it may not have.
	private final Map<ByteString, OrtException> refused = new HashMap<>();

	/** Runs a model. */
	public Map<String, Values> run(ModelProto model, Map<String, Values> inputs) throws OrtException {
		return run(model, inputs, OptLevel.ALL_OPT);
	}

	private Map<String, Values> run(ModelProto model, Map<String, Values> inputs, OptLevel level) throws OrtException {
		ByteString bytes = model.toByteString();
		OrtException before = this.refused.get(bytes);
		if (before != null) {
			throw before;
		}
		OrtSession session = this.open.get(bytes);
		if (session == null) {
			session = open(bytes, level);
		}
		Map<String, OnnxTensor> tensors = new HashMap<>();
		try {
			for (Map.Entry<String, Values> input : inputs.entrySet()) {
				tensors.put(input.getKey(), input.getValue().tensor(this.environment));
			}
			Map<String, Values> outputs = new HashMap<>();
			try (OrtSession.Result result = session.run(tensors)) {
				result.forEach((output) -> outputs.put(output.getKey(), Values.of((OnnxTensor) output.getValue())));
			}
			return outputs;
		}
		finally {
			tensors.values().forEach(OnnxTensor::close);
		}
	}

	// A pool of threads takes longer to start than most of these graphs to run.
	private OrtSession open(ByteString model, OptLevel level) throws OrtException {
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			options.setOptimizationLevel(level);
			OrtSession session = this.environment.createSession(model.toByteArray(), options);
			this.open.put(model, session);
			return session;
		}
		catch (OrtException ex) {
			this.refused.put(model, ex);
			throw ex;
		}
	}

	/** Runs one operator on what it reads. */
	List<Values> run(NodeProto node, long opset, List<Values> inputs) throws OrtException {
		GraphProto.Builder graph = GraphProto.newBuilder().setName("operator");
		NodeProto.Builder copy = node.toBuilder().clearName().clearInput().clearOutput();
		Map<String, Values> named = new HashMap<>();
		int next = 0;
		for (String input : node.getInputList()) {
			String name = input.isEmpty() ? "" : "x" + copy.getInputCount();
			copy.addInput(name);
			if (!name.isEmpty()) {
				graph.addInput(declared(name, inputs.get(next)));
				named.put(name, inputs.get(next++));
			}
		}
		List<String> outputs = new ArrayList<>();
		for (int i = 0; i < node.getOutputCount(); i++) {
			outputs.add("y" + i);
			graph.addOutputBuilder().setName("y" + i);
		}
		ModelProto model = ModelProto.newBuilder()
			.setIrVersion(8)
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
			.setGraph(graph.addNode(copy.addAllOutput(outputs)))
			.build();
		// Nothing in a graph of one operator can be optimised.
		Map<String, Values> made = run(model, named, OptLevel.NO_OPT);
		return outputs.stream().map(made::get).toList();
	}

	private static ValueInfoProto declared(String name, Values values) {
		TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (long axis : values.shape()) {
			shape.addDimBuilder().setDimValue(axis);
		}
		return ValueInfoProto.newBuilder()
			.setName(name)
			.setType(TypeProto.newBuilder()
				.setTensorType(TypeProto.Tensor.newBuilder().setElemType(values.type().getNumber()).setShape(shape)))
			.build();
	}

	@Override
	public void close() throws OrtException {
		for (OrtSession session : this.open.values()) {
			session.close();
		}
	}

}
