package io.eidolon.training.export;

import java.util.Map;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.onnx.TensorSession;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.loop.SampleSheet;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.JointEncoder;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * The graph of a joint encoder, after ONNX Runtime has computed the same with it as
 * libtorch.
 *
 * @param graph the bytes of an {@code .onnx} file, its weights in half precision
 */
record ExportedEncoder(byte[] graph, ModelCard.Encoder description) {

	private static final int OPSET = 17;

	private static final double TOLERANCE = 1e-3;

	/**
	 * Exports an encoder, and measures how near G(E(G(z))) comes to G(z).
	 * @param generator the graph of G
	 * @param training how both were trained
	 * @throws ParityException when a latent differs by more than {@value #TOLERANCE}
	 */
	static ExportedEncoder of(TrainedNetworks trained, JointEncoder encoder, byte[] generator,
			ModelCard.Training training) {
		Architecture architecture = trained.generator().architecture();
		SampleSheet sheet = new SampleSheet(architecture);
		float[] images = OnnxPictures.generate(generator, architecture, sheet.latents(), sheet.labels(),
				sheet.captions());
		byte[] graph = graph(encoder, architecture);
		double difference = ParityProof.maxAbsoluteDifference(expected(encoder, architecture, images),
				latents(graph, architecture, images));
		// A difference that is no number is no proof either.
		if (!(difference <= TOLERANCE)) {
			throw new ParityException(
					"The encoder of ONNX Runtime and that of libtorch differ by %s; at most %s is allowed"
						.formatted(difference, TOLERANCE));
		}
		byte[] smaller = HalfPrecisionWeights.store(graph);
		float[] again = OnnxPictures.generate(generator, architecture, latents(smaller, architecture, images),
				sheet.labels(), sheet.captions());
		return new ExportedEncoder(smaller, new ModelCard.Encoder(training.command(), encoder.toString(),
				training.seed(), trained.step(), null, decibels(images, again), null, difference));
	}

	private static byte[] graph(JointEncoder encoder, Architecture architecture) {
		GraphBuilder graph = new GraphBuilder("encoder", OPSET);
		Value image = graph.input(PortNames.IMAGE, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(architecture.channels()), Dimension.fixed(architecture.size().height()),
				Dimension.fixed(architecture.size().width()));
		graph.output(encoder.emit(graph, image), PortNames.LATENT, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(architecture.latentDimension()));
		return graph.build();
	}

	private static float[] expected(JointEncoder encoder, Architecture architecture, float[] images) {
		try (PointerScope _ = new PointerScope(); NoGradGuard _ = new NoGradGuard()) {
			return Weights.values(encoder.forward(
					encoder.weights().device().enter(NewTensor.of(images, OnnxPictures.shape(architecture, images))),
					Mode.EVALUATION));
		}
	}

	private static float[] latents(byte[] graph, Architecture architecture, float[] images) {
		try (TensorSession session = TensorSession.open("The encoder", graph)) {
			return session.run(Map.of(PortNames.IMAGE, OnnxPictures.input(architecture, images)), PortNames.LATENT)
				.values();
		}
	}

	/** The peak signal-to-noise ratio of pictures in [-1, 1]. */
	private static double decibels(float[] expected, float[] actual) {
		double sum = 0;
		for (int i = 0; i < expected.length; i++) {
			sum += Math.pow((double) expected[i] - actual[i], 2);
		}
		return Math.round(1000 * Math.log10(4 * expected.length / Math.max(sum, 1e-12))) / 100.0;
	}

}
