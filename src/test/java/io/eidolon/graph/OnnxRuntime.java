package io.eidolon.graph;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.eidolon.modelcard.PortNames;
import org.jspecify.annotations.Nullable;

/** ONNX Runtime with nothing around it: what our own sessions are held against. */
public final class OnnxRuntime {

	private OnnxRuntime() {
	}

	/**
	 * Runs a generator once: z (count, D) and label (count) to image (count, C, H, W).
	 */
	public static float[] run(byte[] model, float[] z, long @Nullable [] labels, int count) throws OrtException {
		OrtEnvironment environment = OrtEnvironment.getEnvironment();
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
				OrtSession session = environment.createSession(model, options)) {
			Map<String, OnnxTensor> inputs = new HashMap<>();
			inputs.put(PortNames.LATENT,
					OnnxTensor.createTensor(environment, FloatBuffer.wrap(z), new long[] { count, z.length / count }));
			if (labels != null) {
				inputs.put(PortNames.LABEL,
						OnnxTensor.createTensor(environment, LongBuffer.wrap(labels), new long[] { count }));
			}
			try (OrtSession.Result result = session.run(inputs)) {
				FloatBuffer image = ((OnnxTensor) result.get(0)).getFloatBuffer();
				float[] values = new float[image.remaining()];
				image.get(values);
				return values;
			}
			finally {
				inputs.values().forEach(OnnxTensor::close);
			}
		}
	}

}
