package io.eidolon.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.Sha256;
import io.eidolon.training.WithTensors;
import io.eidolon.training.loop.Captions;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DcganGenerator;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.PictureSize;
import io.eidolon.training.network.SentenceAxes;
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
import static org.assertj.core.api.Assertions.within;

@WithTensors(seed = 5)
class ModelExportTests {

	private static final float[][] NONE = {};

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path models;

	@ParameterizedTest
	@CsvSource({ "DCGAN,28,1,0", "DCGAN,28,1,10", "DCGAN,32,3,0", "DCGAN,64,3,7", "DCGAN,128,1,0", "RESIDUAL,28,1,10",
			"RESIDUAL,32,3,10", "RESIDUAL,64,3,7", "RESIDUAL,128,1,0", "DCGAN,256,3,0", "RESIDUAL,256,1,0",
			"MODULATED,256,1,0", "MODULATED,28,1,10", "MODULATED,64,3,0", "MODULATED,128,1,0", "TEXT,28,1,10",
			"TEXT,32,3,0", "TEXT,64,3,0", "DCGAN_TEXT,28,1,10", "DCGAN_TEXT,64,3,0", "DCGAN,64x96,3,2",
			"DCGAN,56x28,1,0", "RESIDUAL,32x48,3,0", "MODULATED,96x64,1,3", "TEXT,32x64,3,0", "DCGAN_TEXT,80x40,3,0" })
	void onnxRuntimeGeneratesWhatLibtorchGenerates(NetworkKind kind, PictureSize size, int channels, int classes) {
		GeneratorNetwork generator = new Architecture(kind, size, channels, 20, 8, classes, DiscriminatorTraits.PLAIN,
				1)
			.generator();
		letResidualsSpeak(generator);
		float[] z = new float[3 * 20];
		for (int i = 0; i < z.length; i++) {
			z[i] = (float) Math.sin(i);
		}
		long[] labels = { 0, Math.max(0, classes - 1), 0 };
		Captions captions = captions();
		float[] expected = Evaluation.generate(generator, z, labels, captions);
		float[] actual = OnnxPictures.generate(GeneratorGraph.of(generator), generator.architecture(), z, labels,
				captions);
		assertThat(actual).hasSize(3 * channels * size.width() * size.height());
		for (int i = 0; i < actual.length; i++) {
			assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
		}
	}

	/** None, one as in training, and one that is followed more closely. */
	private static Captions captions() {
		Captions captions = new Captions(new float[3 * Captions.LENGTH], new float[] { 0, 1, 1.5f });
		for (int i = 0; i < captions.sentences().length; i++) {
			captions.sentences()[i] = (float) Math.cos(i) / 14;
		}
		return captions;
	}

	@Test
	void aGraphThatReadsTextTakesSentencesAndStrengths() {
		GeneratorNetwork generator = new Architecture(NetworkKind.TEXT, 32, 3, 20, 4, 0, DiscriminatorTraits.PLAIN)
			.generator();
		assertThat(OnnxGraph.parse(GeneratorGraph.of(generator)).model().getGraph().getInputList())
			.extracting(ValueInfoProto::getName)
			.containsExactly("z", "sentence", "strength");
	}

	/** Residual blocks start as the identity, which would prove nothing of them. */
	private static void letResidualsSpeak(GeneratorNetwork generator) {
		try (NoGradGuard _ = new NoGradGuard()) {
			for (Tensor weight : generator.weights().parameters().get()) {
				weight.add_(torch.randn_like(weight).mul(new Scalar(0.02)));
			}
		}
	}

	@Test
	void theFolderHoldsAllThatTheServerNeeds() throws IOException {
		Path folder = new ModelExport(this.models, 2).export(new TrainedNetworks(generator(), null, 0), card());
		ModelCard card = ModelCards.read(folder);
		ModelCards.verifyFiles(folder, card);
		assertThat(card.files()).containsOnlyKeys(ModelFiles.GRAPH, ModelFiles.PREVIEW);
		assertThat(card.proof()).isNotNull().satisfies((proof) -> {
			assertThat(proof.latents()).isEqualTo(64);
			assertThat(proof.maxAbsoluteDifference()).isLessThanOrEqualTo(1e-4);
			assertThat(proof.maxLevelDifference()).isLessThanOrEqualTo(1);
		});
		assertThat(ImageIO.read(folder.resolve(ModelFiles.PREVIEW).toFile()).getWidth()).isEqualTo(8 * 32);
	}

	@Test
	void anEarlierModelIsReplacedAndNothingElseIsLeft() throws IOException {
		ModelExport export = new ModelExport(this.models, 2);
		Path folder = export.export(new TrainedNetworks(generator(), null, 0), card());
		String before = Sha256.hex(folder.resolve(ModelFiles.GRAPH));
		export.export(new TrainedNetworks(generator(), null, 0), card());
		assertThat(Sha256.hex(folder.resolve(ModelFiles.GRAPH))).isNotEqualTo(before);
		try (var entries = Files.list(this.models)) {
			assertThat(entries).containsExactly(folder);
		}
	}

	@Test
	void aGraphIsProvedByCaptionsOfTheData() {
		GeneratorNetwork generator = new Architecture(NetworkKind.TEXT, 32, 3, 20, 4, 0, DiscriminatorTraits.PLAIN)
			.generator();
		letResidualsSpeak(generator);
		float[] axes = new float[Captions.LENGTH * SentenceAxes.COUNT];
		generator.fit(new SentenceAxes(new float[Captions.LENGTH], axes));
		byte[] deaf = GeneratorGraph.of(generator);
		Arrays.fill(axes, 1);
		generator.fit(new SentenceAxes(new float[Captions.LENGTH], axes));
		float[] sentence = new float[Captions.LENGTH];
		sentence[1] = 1;
		float[][] sentences = { sentence };
		assertThat(ParityProof.of(generator, deaf, NONE).asCard().latents()).isEqualTo(64);
		assertThatExceptionOfType(ParityException.class).isThrownBy(() -> ParityProof.of(generator, deaf, sentences));
		assertThat(ParityProof.of(generator, GeneratorGraph.of(generator), sentences).asCard().latents()).isEqualTo(64);
	}

	@Test
	void aGraphThatMakesOtherPicturesIsNoProof() {
		byte[] other = GeneratorGraph.of(generator());
		assertThatExceptionOfType(ParityException.class).isThrownBy(() -> ParityProof.of(generator(), other, NONE))
			.withMessageContaining("at most 0.00010 and 0.0039 are allowed");
	}

	private static GeneratorNetwork generator() {
		return new DcganGenerator(new Architecture(32, 3, 20, 8, 0));
	}

	private static ModelCard card() {
		return new ModelCard("tiny", "1", "A tiny model",
				new ModelCard.ImageShape(32, 32, 3, ModelCard.ValueRange.TANH),
				new ModelCard.LatentSpace(20, ModelCard.LatentSpace.STANDARD_NORMAL), List.of(), null, null, null, null,
				null, null, null, Map.of());
	}

}
