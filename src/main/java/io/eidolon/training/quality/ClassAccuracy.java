package io.eidolon.training.quality;

import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.training.data.Batch;
import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.data.PictureSet;

/** How well a feature network tells classes apart, as ONNX Runtime computes it. */
public final class ClassAccuracy {

	private static final int MAX_BATCH = 100;

	private ClassAccuracy() {
	}

	/**
	 * Classifies pictures that the network was not trained on.
	 * @param graph the bytes of its {@code .onnx} file
	 * @param pictures colour pictures of {@value FeatureNetwork#SIZE} pixels; whole
	 * batches of {@value #MAX_BATCH} of them are classified
	 * @return the share of them whose class has the largest logit
	 */
	public static double of(byte[] graph, PictureSet pictures) {
		int size = Math.min(MAX_BATCH, pictures.size());
		int batches = pictures.size() / size;
		int classes = pictures.classes().size();
		int right = 0;
		try (FeatureExtractor network = FeatureExtractor.open("The feature network", graph);
				BatchLoader loader = new BatchLoader(pictures, size, false, 0, 0)) {
			for (int i = 0; i < batches; i++) {
				Batch batch = loader.next();
				float[] logits = network.run(batch.images(), size, FeatureNetwork.CHANNELS, FeatureNetwork.SIZE,
						FeatureNetwork.LOGITS_OUTPUT);
				for (int n = 0; n < size; n++) {
					right += (largest(logits, n * classes, classes) == batch.labels()[n]) ? 1 : 0;
				}
			}
		}
		return (double) right / (batches * size);
	}

	private static int largest(float[] values, int from, int count) {
		int largest = 0;
		for (int i = 1; i < count; i++) {
			if (values[from + i] > values[from + largest]) {
				largest = i;
			}
		}
		return largest;
	}

}
