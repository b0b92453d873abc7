package io.eidolon.training.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.eidolon.training.WithTensors;
import io.eidolon.training.export.ModelExport;
import io.eidolon.training.loop.Evaluation;
import io.eidolon.training.loop.InitialWeights;
import io.eidolon.training.loop.TrainedNetworks;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DcganDiscriminator;
import io.eidolon.training.network.DcganGenerator;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.StoredTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** Files that golden/weights/weights.py has made with PyTorch. */
@WithTensors(seed = 5)
class WeightFilesTests {

	private static final Path GOLDEN = Path.of("src/test/resources/golden/weights");

	private static final Architecture TUTORIAL = new Architecture(64, 1, 4, 2, 0);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "netG.safetensors", "netG.pt" })
	void aGeneratorOfTheDcganTutorialGeneratesTheSamePicturesHere(String file) throws IOException {
		GeneratorNetwork generator = new DcganGenerator(TUTORIAL);
		assertThat(generator.weights().take(WeightFiles.read(List.of(GOLDEN.resolve(file))).generator()).others())
			.isEmpty();
		float[] pictures = Evaluation.generate(generator, floats("z"), new long[2]);
		float[] expected = floats("pictures");
		for (int i = 0; i < expected.length; i++) {
			assertThat(pictures[37 * i]).isCloseTo(expected[i], within(2e-6f));
		}
	}

	@Test
	void bothNetworksOfTheTutorialAreTakenFromAListOfFiles() throws IOException {
		InitialWeights weights = WeightFiles
			.read(List.of(GOLDEN.resolve("netD.safetensors"), GOLDEN.resolve("netG.safetensors")));
		GeneratorNetwork generator = new DcganGenerator(TUTORIAL);
		DcganDiscriminator discriminator = new DcganDiscriminator(TUTORIAL);
		generator.weights().take(weights.generator());
		assertThat(discriminator.weights().take(weights.discriminator()).others()).isEmpty();
		try (NoGradGuard _ = new NoGradGuard()) {
			Tensor pictures = Tensor.create(Evaluation.generate(generator, floats("z"), new long[2]), 2, 1, 64, 64);
			float[] logits = Weights.values(discriminator.logits(
					discriminator.features(discriminator.maps(pictures, Mode.EVALUATION), Mode.EVALUATION),
					ConditionTensors.NONE));
			assertThat(logits).containsExactly(floats("logits"), within(2e-5f));
		}
	}

	@Test
	void everyTypeOfFloatIsReadAndCountersArePassedOver() throws IOException {
		Map<String, StoredTensor> tensors = Safetensors.read(GOLDEN.resolve("types.safetensors"));
		assertThat(tensors).containsOnlyKeys("double", "float", "half", "brain", "none");
		float[] values = { 1.5f, -2, 0.1f, 65504, 1e-7f, 3.140625f };
		assertThat(named(tensors, "float").values()).containsExactly(values);
		assertThat(named(tensors, "double").values()).containsExactly(values);
		assertThat(named(tensors, "half").values()).containsExactly(floats("half"));
		assertThat(named(tensors, "brain").values()).containsExactly(floats("brain"));
		assertThat(named(tensors, "brain").shape()).containsExactly(2, 3);
		assertThat(named(tensors, "none").shape()).containsExactly(0, 3);
	}

	@Test
	void whatIsWrittenIsReadAgain() throws IOException {
		Path file = this.folder.resolve("mine.safetensors");
		Map<String, StoredTensor> tensors = Map.of("a.weight",
				new StoredTensor(new long[] { 2, 1 }, new float[] { 1, -2.5f }));
		Safetensors.write(file, tensors, "a test");
		assertThat(Safetensors.read(file)).hasSize(1).hasEntrySatisfying("a.weight", (tensor) -> {
			assertThat(tensor.shape()).containsExactly(2, 1);
			assertThat(tensor.values()).containsExactly(1, -2.5f);
		});
		byte[] bytes = Files.readAllBytes(file);
		assertThat(bytes.length % 8).isZero();
	}

	@Test
	void aServedModelIsAStartAndItsWeightsAreRoundedToHalvesAtMost() throws IOException {
		GeneratorNetwork generator = new DcganGenerator(new Architecture(32, 3, 20, 8, 5));
		Path model = new ModelExport(this.folder, 2).export(new TrainedNetworks(generator, null, 0),
				new ModelCard("tiny", "1", "A tiny model",
						new ModelCard.ImageShape(32, 32, 3, ModelCard.ValueRange.TANH),
						new ModelCard.LatentSpace(20, ModelCard.LatentSpace.STANDARD_NORMAL),
						List.of("a", "b", "c", "d", "e"), null, null, null, null, null, null, null, Map.of()));
		Map<String, StoredTensor> before = generator.weights().stored();
		// Two classes more, and twice the side
		GeneratorNetwork larger = new DcganGenerator(new Architecture(64, 3, 20, 8, 7));
		assertThat(larger.weights().take(WeightFiles.read(List.of(model)).average()).others()).containsExactly(
				"embedding.weight (7, 32), there (5, 32)", "project.weight (52, 64, 4, 4), there (52, 32, 4, 4)",
				"norm4.scale (64), not there", "norm4.shift (64), not there",
				"double4.weight (64, 32, 4, 4), not there", "norm4.mean (64), not there",
				"norm4.variance (64), not there");
		float[] taken = named(larger.weights().stored(), "double2.weight").values();
		assertThat(taken).containsExactly(named(before, "double2.weight").values(), within(1e-4f));
	}

	@Test
	void aLaterFileWithOneGeneratorReplacesBothOfAnEarlierOne() throws IOException {
		Path both = stored("both.safetensors", "generator.a", "average.a", "discriminator.a");
		Path average = stored("average.safetensors", "average.b");
		InitialWeights weights = WeightFiles.read(List.of(both, average));
		assertThat(weights.generator()).containsOnlyKeys("b");
		assertThat(weights.average()).containsOnlyKeys("b");
		assertThat(weights.discriminator()).containsOnlyKeys("a");
		weights = WeightFiles.read(List.of(average, both, stored("generator.safetensors", "c")));
		assertThat(weights.generator()).containsOnlyKeys("c");
		assertThat(weights.average()).containsOnlyKeys("c");
	}

	private Path stored(String file, String... tensors) throws IOException {
		Map<String, StoredTensor> stored = Arrays.stream(tensors)
			.collect(Collectors.toMap(Function.identity(), (_) -> new StoredTensor(new long[] { 1 }, new float[1])));
		Path path = this.folder.resolve(file);
		Safetensors.write(path, stored, "a test");
		return path;
	}

	@Test
	void aCheckpointCannotBeFoundInAPickle() {
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> WeightFiles.read(List.of(GOLDEN.resolve("netG.pth"))))
			.withMessageContaining("netG.pth is no archive of TorchScript")
			.withMessageContaining("safetensors.torch.save_file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
			"{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-4,4]}}",
			"{\"a\":{\"dtype\":\"F32\",\"shape\":[1073741824,1073741824,16],\"data_offsets\":[0,0]}}",
			"{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}" })
	void brokenBytesAreRefusedByTheirPath(String header) throws IOException {
		byte[] json = header.getBytes(StandardCharsets.UTF_8);
		Path file = Files.write(this.folder.resolve("broken.safetensors"),
				ByteBuffer.allocate(8 + json.length + 4)
					.order(ByteOrder.LITTLE_ENDIAN)
					.putLong(json.length)
					.put(json)
					.array());
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> WeightFiles.read(List.of(file)))
			.withMessageContaining(file + " is no file of safetensors: ");
	}

	@Test
	void aFileThatIsNotThereIsNamed() {
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> WeightFiles.read(List.of(this.folder.resolve("none.pt"))))
			.withMessage(this.folder.resolve("none.pt") + " is not there");
	}

	private static StoredTensor named(Map<String, StoredTensor> tensors, String name) {
		return Objects.requireNonNull(tensors.get(name));
	}

	private static float[] floats(String name) throws IOException {
		JsonNode values = JsonMapper.shared().readTree(Files.readAllBytes(GOLDEN.resolve("weights.json"))).get(name);
		float[] floats = new float[values.size()];
		for (int i = 0; i < floats.length; i++) {
			floats[i] = values.get(i).floatValue();
		}
		return floats;
	}

}
