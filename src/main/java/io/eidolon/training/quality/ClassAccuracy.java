package io.eidolon.training.quality;

import java.util.stream.IntStream;

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
		int right = 0;
		try (FeatureExtractor network = FeatureExtractor.open("The feature network", graph);
				BatchLoader loader = new BatchLoader(pictures, size, false, 0, 0)) {
			for (int i = 0; i < batches; i++) {
				right += right(network, loader.next(), pictures.classes().size());
			}
		}
		return (double) right / (batches * size);
	}

	/** Classifies pictures, all of them. */
	static double of(byte[] graph, int classes, LabelledPictures pictures) {
		int right = 0;
		try (FeatureExtractor network = FeatureExtractor.open("The classifier", graph)) {
			for (int start = 0; start < pictures.size(); start += MAX_BATCH) {
				right += right(network,
						pictures.batch(
								IntStream.range(start, Math.min(start + MAX_BATCH, pictures.size())).boxed().toList()),
						classes);
			}
		}
		return (double) right / pictures.size();
	}

	private static int right(FeatureExtractor network, Batch batch, int classes) {
		float[] logits = network.run(batch.images(), batch.labels().length, FeatureNetwork.CHANNELS,
				FeatureNetwork.SIZE, FeatureNetwork.LOGITS_OUTPUT);
		return (int) IntStream.range(0, batch.labels().length)
			.filter((n) -> largest(logits, n * classes, classes) == batch.labels()[n])
			.count();
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
