package io.eidolon.training.encoder;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class EncoderTrainingTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@ParameterizedTest
	@CsvSource({ "28, 28, 1, 100", "64, 32, 3, 17", "4, 4, 3, 5", "9, 30, 1, 3" })
	void theGraphComputesWhatTheNetworkDoes(int width, int height, int channels, int dimension) {
		try (PointerScope _ = new PointerScope()) {
			torch.manual_seed(3);
			ImageShape image = new ImageShape(width, height, channels, ValueRange.TANH);
			EncoderNetwork network = new EncoderNetwork(image, dimension);
			Tensor x = torch.rand(EncoderGraph.PROOFS, channels, height, width);
			// So that the running statistics are not those of the start
			network.forward(x, true);
			float[] expected = Weights.values(network.forward(x, false));
			EncoderGraph graph = EncoderGraph.of(network, 1, image, Weights.values(x));
			assertThat(graph.maxAbsoluteDifference()).isLessThan(1e-4);
			try (FeatureExtractor extractor = FeatureExtractor.open("The graph", graph.bytes())) {
				assertThat(extractor.run(Weights.values(x), EncoderGraph.PROOFS, channels, height, width,
						EncoderNetwork.OUTPUT))
					.containsExactly(expected, within(0.02f));
			}
		}
	}

	@Test
	void learnsToEstimateTheLatentOfAPicture() {
		CanonicalModel model = model("a", "b");
		double untrained = train(model, 1).drawnPsnr();
		double trained = train(model, 60).drawnPsnr();
		assertThat(trained).isGreaterThan(untrained + 3);
	}

	@Test
	void theSameSeedTrainsTheSameEncoder() {
		CanonicalModel model = model();
		assertThat(encoder(model, 5).graph()).isEqualTo(encoder(model, 5).graph());
	}

	@Test
	@Timeout(60)
	void stopsBetweenTwoStepsWhenItIsToldTo() {
		CanonicalModel model = model();
		AtomicInteger steps = new AtomicInteger();
		assertThatExceptionOfType(StoppedException.class)
			.isThrownBy(() -> training(1_000_000).train(model, model.card(), null, () -> steps.incrementAndGet() > 3));
	}

	private CanonicalModel model(String... classes) {
		Path model = TinyGenerators.write(this.folder, "tiny", 8, 1, classes);
		return CanonicalModel.read(new ModelSource(model, model.resolve(ModelFiles.GRAPH), "tiny", null));
	}

	private static ModelCard.Encoder train(CanonicalModel model, long steps) {
		return encoder(model, steps).asCard("", 1, null);
	}

	private static TrainedEncoder encoder(CanonicalModel model, long steps) {
		return training(steps).train(model, model.card(), null, StopRequest.NEVER);
	}

	private static EncoderTraining training(long steps) {
		return new EncoderTraining(steps, null, 16, 0.002, 1, ComputeType.FLOAT32, () -> 0);
	}

}
