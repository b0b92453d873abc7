package io.eidolon.inference.onnx;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;

/** The native inputs of one run, freed after it. */
final class Inputs implements AutoCloseable {

	private final Map<String, OnnxTensor> byName = new HashMap<>();

	/** Copies tensors for a run. */
	static Inputs of(Map<String, ? extends Tensor> tensors) {
		Inputs inputs = new Inputs();
		try {
			tensors.forEach(inputs::add);
			return inputs;
		}
		catch (RuntimeException ex) {
			inputs.close();
			throw ex;
		}
	}

	/**
	 * Adds an input.
	 * @throws IllegalStateException when the values are not as many as the shape says
	 */
	void add(String name, Tensor tensor) {
		try {
			this.byName.put(name, switch (tensor) {
				case Tensor.Floats floats -> OnnxTensor.createTensor(NativeSession.ENVIRONMENT,
						FloatBuffer.wrap(floats.values()), floats.shape());
				case Tensor.Longs longs ->
					OnnxTensor.createTensor(NativeSession.ENVIRONMENT, LongBuffer.wrap(longs.values()), longs.shape());
			});
		}
		catch (OrtException ex) {
			throw NativeSession.failure(ex);
		}
	}

	Map<String, OnnxTensor> byName() {
		return this.byName;
	}

	@Override
	public void close() {
		this.byName.values().forEach(OnnxTensor::close);
	}

}
