package io.eidolon.training.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.inference.onnx.TensorSession;
import io.eidolon.modelcard.PortNames;
import io.eidolon.modelcard.Recognition;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The graph of a discriminator, after ONNX Runtime has computed the same with it as
 * libtorch.
 *
 * @param graph the bytes of an {@code .onnx} file, its weights in half precision where
 * that is near enough
 */
record ExportedDiscriminator(byte[] graph, Recognition.Discriminator description) {

	private static final double TOLERANCE = 1e-4;

	/** What rounding of weights may change. */
	private static final double ROUNDING = 0.02;

	/**
	 * Exports a discriminator.
	 * @param grid the side of the grid of its features
	 * @param step the generator steps that it was trained beside
	 * @param images (N, channels, height, width) in [-1, 1]
	 * @throws ParityException when a value differs by more than {@value #TOLERANCE} of
	 * the largest
	 */
	static ExportedDiscriminator of(DiscriminatorNetwork discriminator, Architecture architecture, int grid, long step,
			float[] images) {
		byte[] graph = DiscriminatorGraph.of(discriminator, architecture, grid);
		List<float[]> expected = expected(discriminator, architecture, grid, images);
		List<float[]> full = computed(graph, architecture, images);
		double difference = difference(expected, full);
		// A difference that is no number is no proof either.
		if (!(difference <= TOLERANCE)) {
			throw new ParityException(
					"The discriminator of ONNX Runtime and that of libtorch differ by %s of the largest value; at most %s is allowed"
						.formatted(difference, TOLERANCE));
		}
		byte[] smaller = HalfPrecisionWeights.store(graph);
		boolean half = difference(expected, computed(smaller, architecture, images)) <= ROUNDING;
		int count = (int) OnnxPictures.shape(architecture, images)[0];
		return new ExportedDiscriminator(half ? smaller : graph, new Recognition.Discriminator(
				full.getFirst().length / count, grid, step, half ? "float16" : "float32", difference));
	}

	/** Features and logits in libtorch. */
	private static List<float[]> expected(DiscriminatorNetwork discriminator, Architecture architecture, int grid,
			float[] images) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			Tensor x = discriminator.weights()
				.device()
				.enter(NewTensor.of(images, OnnxPictures.shape(architecture, images)));
			List<Tensor> maps = discriminator.maps(x, Mode.EVALUATION);
			List<Tensor> greatest = new ArrayList<>();
			for (Tensor map : maps) {
				long down = DiscriminatorGraph.cells((int) map.size(2), grid);
				long across = DiscriminatorGraph.cells((int) map.size(3), grid);
				greatest.add(torch.adaptive_max_pool2d(map, down, across).get0().flatten(1, -1));
			}
			Tensor features = torch.cat(new TensorVector(greatest.toArray(Tensor[]::new)), 1);
			Tensor logits = discriminator.logits(discriminator.features(maps, Mode.EVALUATION), ConditionTensors.NONE);
			return List.of(Weights.values(features), Weights.values(logits));
		}
	}

	/** Features and logits in ONNX Runtime. */
	private static List<float[]> computed(byte[] graph, Architecture architecture, float[] images) {
		try (TensorSession session = TensorSession.open("The discriminator", graph)) {
			var image = Map.of(PortNames.IMAGE, OnnxPictures.input(architecture, images));
			return List.of(session.run(image, PortNames.FEATURES).values(),
					session.run(image, PortNames.LOGIT).values());
		}
	}

	/** The largest difference of either output, as a share of its largest value. */
	private static double difference(List<float[]> expected, List<float[]> actual) {
		double most = 0;
		for (int output = 0; output < expected.size(); output++) {
			double difference = 0;
			double largest = 0;
			for (int i = 0; i < expected.get(output).length; i++) {
				double value = expected.get(output)[i];
				difference = Math.max(difference, Math.abs(value - actual.get(output)[i]));
				largest = Math.max(largest, Math.abs(value));
			}
			// Math.max keeps what is no number
			most = Math.max(most, difference / Math.max(largest, 1e-6));
		}
		return most;
	}

}
