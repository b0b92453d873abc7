package io.eidolon.training.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.eidolon.inference.onnx.TensorSession;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.WithTensors;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.PictureSize;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WithTensors(seed = 5)
class DiscriminatorExportTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path models;

	@ParameterizedTest
	@CsvSource({ "DCGAN,28,1,0,false,false", "DCGAN,32,3,10,false,true", "DCGAN,64,3,0,true,false",
			"RESIDUAL,28,1,10,false,true", "RESIDUAL,32,3,0,true,false", "MODULATED,32,3,10,false,true",
			"MODULATED,64,1,0,true,false", "TEXT,32,3,0,false,true", "TEXT,28,1,3,true,false",
			"DCGAN_TEXT,32,3,0,false,true", "DCGAN,64x96,3,2,false,true", "RESIDUAL,48x32,3,0,true,false",
			"MODULATED,32x64,1,3,false,true", "DCGAN_TEXT,56x28,3,0,false,true" })
	void onnxRuntimeComputesWhatLibtorchComputes(NetworkKind kind, PictureSize size, int channels, int classes,
			boolean spectral, boolean deviation) {
		Architecture architecture = new Architecture(kind, size, channels, 20, 8, classes,
				new DiscriminatorTraits(!spectral, spectral, deviation), 1);
		DiscriminatorNetwork discriminator = discriminator(architecture);
		for (int grid : new int[] { 1, 2, 4 }) {
			assertThat(ExportedDiscriminator.of(discriminator, architecture, grid, 7, images(architecture, 6))
				.description()
				.maxRelativeDifference()).isLessThanOrEqualTo(1e-4);
		}
	}

	@ParameterizedTest
	@CsvSource({ "DCGAN", "RESIDUAL", "MODULATED" })
	void featuresAndLogitsOfAPictureDoNotDependOnItsBatch(NetworkKind kind) {
		Architecture architecture = new Architecture(kind, 32, 3, 20, 8, 0, new DiscriminatorTraits(true, false, true));
		byte[] graph = DiscriminatorGraph.of(discriminator(architecture), architecture, 2);
		float[] images = images(architecture, 4);
		float[] first = new float[images.length / 4];
		System.arraycopy(images, 0, first, 0, first.length);
		float[] alone = run(graph, first, 1, PortNames.FEATURES);
		float[] together = run(graph, images, 4, PortNames.FEATURES);
		for (int i = 0; i < alone.length; i++) {
			assertThat(together[i]).isCloseTo(alone[i], org.assertj.core.api.Assertions.within(1e-4f));
		}
		assertThat(run(graph, images, 4, PortNames.LOGIT)[0]).isCloseTo(run(graph, first, 1, PortNames.LOGIT)[0],
				org.assertj.core.api.Assertions.within(1e-4f));
	}

	@Test
	void aGraphOfOtherWeightsIsNoProof() {
		Architecture architecture = new Architecture(32, 3, 20, 8, 0);
		DiscriminatorNetwork discriminator = discriminator(architecture);
		float[] images = images(architecture, 4);
		images[0] = Float.NaN;
		assertThatExceptionOfType(ParityException.class)
			.isThrownBy(() -> ExportedDiscriminator.of(discriminator, architecture, 2, 7, images))
			.withMessageContaining("at most 1.0E-4 is allowed");
	}

	@Test
	void theCellsOfTheGridDivideTheSideOfEachMap() {
		assertThat(List.of(DiscriminatorGraph.cells(32, 4), DiscriminatorGraph.cells(14, 4),
				DiscriminatorGraph.cells(7, 4), DiscriminatorGraph.cells(4, 2)))
			.containsExactly(4, 2, 1, 2);
	}

	@Test
	void theFolderHoldsTheDiscriminatorAndTheCardVouchesForIt() {
		Architecture architecture = new Architecture(32, 3, 20, 8, 0);
		TrainedNetworks trained = new TrainedNetworks(architecture.generator(), discriminator(architecture), 7);
		Path folder = new ModelExport(this.models, 2).export(trained, card());
		ModelCard card = ModelCards.read(folder);
		ModelCards.verifyFiles(folder, card);
		assertThat(card.files()).containsKey(ModelFiles.DISCRIMINATOR);
		assertThat(card.recognition()).isNotNull()
			.satisfies((recognition) -> assertThat(recognition.discriminator()).isNotNull().satisfies((described) -> {
				assertThat(described.features()).isEqualTo(4 * (8 + 16 + 32));
				assertThat(described.step()).isEqualTo(7);
				assertThat(described.weights()).isEqualTo("float16");
			}));
		assertThat(folder.resolve(ModelFiles.DISCRIMINATOR)).isNotEmptyFile();
	}

	@Test
	void aDiscriminatorThatCannotBeProvedIsLeftOutAndTheGeneratorIsThere() {
		Architecture architecture = new Architecture(32, 3, 20, 8, 0);
		DiscriminatorNetwork broken = discriminator(architecture);
		try (NoGradGuard _ = new NoGradGuard()) {
			broken.weights().parameters().get(0).fill_(new Scalar(Double.NaN));
		}
		Path folder = new ModelExport(this.models, 2).export(new TrainedNetworks(architecture.generator(), broken, 7),
				card());
		assertThat(folder.resolve(ModelFiles.GRAPH)).isNotEmptyFile();
		assertThat(folder.resolve(ModelFiles.DISCRIMINATOR)).doesNotExist();
	}

	@Test
	void aDiscriminatorThatIsNotWantedIsLeftOut() {
		Architecture architecture = new Architecture(32, 3, 20, 8, 0);
		TrainedNetworks trained = new TrainedNetworks(architecture.generator(), discriminator(architecture), 7);
		Path folder = new ModelExport(this.models, 2).export(trained.withoutDiscriminator(), card());
		assertThat(folder.resolve(ModelFiles.DISCRIMINATOR)).doesNotExist();
		assertThat(ModelCards.read(folder).recognition()).isNull();
	}

	/** Weights that are not as they start, and statistics of pictures. */
	private static DiscriminatorNetwork discriminator(Architecture architecture) {
		DiscriminatorNetwork discriminator = architecture.discriminator();
		try (NoGradGuard _ = new NoGradGuard()) {
			for (Tensor weight : discriminator.weights().parameters().get()) {
				weight.add_(torch.randn_like(weight).mul(new Scalar(0.05)));
			}
		}
		Evaluation.calibrate(discriminator, () -> torch.randn(8, architecture.channels(), architecture.size().height(),
				architecture.size().width()));
		return discriminator;
	}

	private static float[] images(Architecture architecture, int count) {
		return Weights.values(
				torch.randn(count, architecture.channels(), architecture.size().height(), architecture.size().width()));
	}

	private static float[] run(byte[] graph, float[] images, int count, String output) {
		try (TensorSession session = TensorSession.open("The discriminator", graph)) {
			return session
				.run(Map.of(PortNames.IMAGE, new io.eidolon.inference.onnx.Tensor.Floats(images, count, 3, 32, 32)),
						output)
				.values();
		}
	}

	private static ModelCard card() {
		return new ModelCard("tiny", "1", "A tiny model",
				new ModelCard.ImageShape(32, 32, 3, ModelCard.ValueRange.TANH),
				new ModelCard.LatentSpace(20, ModelCard.LatentSpace.STANDARD_NORMAL), List.of(), null, null, null, null,
				null, null, null, Map.of());
	}

}
