package io.eidolon.inference.plan;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ShapeMeasurement;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.Signature;
import io.eidolon.inference.onnx.Tensor;
import io.eidolon.inference.onnx.TensorSession;

/** Tells shapes by running a graph in ONNX Runtime, once, on normal numbers. */
final class MeasuringRun implements ShapeMeasurement {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final long SEED = 20_140_611;

	@Override
	public Map<String, Measured> of(OnnxGraph graph) {
		try (TensorSession session = TensorSession.open("The graph", graph)) {
			Random random = new Random(SEED);
			Map<String, Tensor> inputs = new HashMap<>();
			session.signature().inputs().forEach((input) -> inputs.put(input.name(), normal(input, random)));
			Map<String, Measured> types = new HashMap<>();
			session.types(inputs, TIMEOUT).forEach((found) -> types.put(found.name(), type(found)));
			return types;
		}
		catch (InvalidModelException | IllegalStateException | TimeoutException ex) {
			throw new InvalidGraphException("It cannot be run: " + ex.getMessage(), ex);
		}
	}

	private static Tensor.Floats normal(Signature.Value input, Random random) {
		long[] shape = input.shape().stream().mapToLong(Long::longValue).toArray();
		float[] values = new float[(int) input.shape().stream().mapToLong(Long::longValue).reduce(1, (x, y) -> x * y)];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) Math.abs(random.nextGaussian());
		}
		return new Tensor.Floats(values, shape);
	}

	private static Measured type(Signature.Value found) {
		DataType element = switch (found.type()) {
			case "no tensor", "unknown" -> throw new InvalidGraphException(
					"%s is no tensor; a graph of tensors alone is needed".formatted(found.name()));
			default -> DataType.valueOf(found.type().toUpperCase(Locale.ROOT));
		};
		return new Measured(element, found.shape());
	}

}
