package io.eidolon.training.export;

import java.util.HashMap;
import java.util.Map;

import io.eidolon.inference.onnx.Tensor;
import io.eidolon.inference.onnx.TensorSession;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.loop.Captions;
import io.eidolon.training.network.Architecture;

/** Generates with ONNX Runtime, as the server will. */
final class OnnxPictures {

	private OnnxPictures() {
	}

	/**
	 * Generates pictures.
	 * @param z (count, latentDimension)
	 * @param labels (count), not looked at for a generator that takes none
	 * @param captions as many, not looked at for a generator that reads none
	 * @return (count, channels, height, width)
	 */
	static float[] generate(byte[] graph, Architecture architecture, float[] z, long[] labels, Captions captions) {
		int count = labels.length;
		Map<String, Tensor> inputs = new HashMap<>();
		inputs.put(PortNames.LATENT, new Tensor.Floats(z, count, architecture.latentDimension()));
		if (architecture.conditional()) {
			inputs.put(PortNames.LABEL, new Tensor.Longs(labels, count));
		}
		if (architecture.readsText()) {
			inputs.put(PortNames.SENTENCE, new Tensor.Floats(captions.sentences(), count, Captions.LENGTH));
			inputs.put(PortNames.STRENGTH, new Tensor.Floats(captions.strengths(), count, 1));
		}
		try (TensorSession session = TensorSession.open("The generator", graph)) {
			return session.run(inputs, PortNames.IMAGE).values();
		}
	}

	/**
	 * Pictures as the input of a network that reads them.
	 * @param images (count, channels, height, width)
	 */
	static Tensor.Floats input(Architecture architecture, float[] images) {
		return new Tensor.Floats(images, shape(architecture, images));
	}

	/** The shape of pictures, (count, channels, height, width). */
	static long[] shape(Architecture architecture, float[] images) {
		int height = architecture.size().height();
		int width = architecture.size().width();
		return new long[] { images.length / (architecture.channels() * height * width), architecture.channels(), height,
				width };
	}

}
