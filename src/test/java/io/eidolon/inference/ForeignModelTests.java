package io.eidolon.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.batching.Workers;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.ir.HalfPrecisionWeights;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.ModelFiles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.eidolon.graph.ForeignGenerators.integer;
import static io.eidolon.graph.ForeignGenerators.ints;
import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static io.eidolon.graph.ForeignGenerators.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Holds that generators serve as others export them, with a card or without. */
@Tag("foreign")
class ForeignModelTests {

	private static final int PICTURES = 6;

	private final Workers workers = new Workers("worker", 1);

	private final GeneratorFactory factory = TestFactory.of(this.workers, new SimpleMeterRegistry());

	private final Random random = new Random(11);

	private final List<float[]> latents = IntStream.range(0, PICTURES)
		.mapToObj((i) -> Latents.normal(this.random, ForeignGenerators.DIMENSION))
		.toList();

	@TempDir
	private Path folder;

	private List<byte[]> plain;

	@BeforeEach
	void generatePlainPictures() throws IOException {
		this.plain = generate(ForeignGenerators.plain(), 0);
	}

	@AfterEach
	void close() {
		this.workers.close();
	}

	static Stream<Arguments> variants() {
		return ForeignGenerators.all()
			.entrySet()
			.stream()
			.map((variant) -> arguments(named(variant.getKey(), variant.getValue())));
	}

	@ParameterizedTest
	@MethodSource("variants")
	void aGeneratorMakesTheSamePicturesWhateverItsPortsLookLike(ModelProto variant) throws IOException {
		assertSame(generate(variant, 0));
	}

	@Test
	void theSamePicturesAreGeneratedInOtherRanges() throws IOException {
		assertSame(generate(ForeignGenerators.sigmoid(), 0));
		assertSame(generate(ForeignGenerators.levels(DataType.FLOAT), 0));
		assertSame(generate(ForeignGenerators.levels(DataType.UINT8), 0));
		assertSame(generate(ForeignGenerators.levels(DataType.INT32), 0));
		assertSame(generate(ForeignGenerators.levels(DataType.INT64), 0));
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 0", "-1, 1, -0.8", "0, 255, 120" })
	void aRangeThatTheGraphDoesNotTellIsFoundByGenerating(float minimum, float maximum, float middle)
			throws IOException {
		// A sine reaches both ends, and a product of matrices has no end that is known.
		float half = (maximum - minimum) / 2;
		ModelProto model = ForeignGenerators.of(value("z", DataType.FLOAT, -1, 64),
				List.of(operator("Sin", "sine", List.of("z")), operator("MatMul", "wave", List.of("sine", "same")),
						operator("Mul", "wide", List.of("wave", "half")),
						operator("Add", "high", List.of("wide", "middle")),
						operator("Reshape", "image", List.of("high", "shape"))),
				value("image", DataType.FLOAT, -1, 1, 8, 8), weights("same", identity(64), 64, 64),
				weights("half", new float[] { half }), weights("middle", new float[] { minimum + half }),
				ForeignGenerators.integers("shape", new long[] { -1, 1, 8, 8 }, 4));
		try (Generator generator = open("wave", model)) {
			assertThat(generator.card().image().range()).isEqualTo(new ValueRange(minimum, maximum));
		}
	}

	@Test
	void valuesALittleBeyondOneAreNoLevels() throws IOException {
		// 6 sigmoid(z): to show it as levels of 255 would be to show black.
		ModelProto model = ForeignGenerators.of(value("z", DataType.FLOAT, -1, 64),
				List.of(operator("Sigmoid", "unit", List.of("z")),
						operator("MatMul", "same", List.of("unit", "matrix")),
						operator("Mul", "high", List.of("same", "scale")),
						operator("Reshape", "image", List.of("high", "shape"))),
				value("image", DataType.FLOAT, -1, 1, 8, 8), weights("matrix", identity(64), 64, 64),
				weights("scale", new float[] { 6 }),
				ForeignGenerators.integers("shape", new long[] { -1, 1, 8, 8 }, 4));
		try (Generator generator = open("bright", model)) {
			assertThat(generator.card().image().range()).isEqualTo(new ValueRange(0, 1));
		}
	}

	@Test
	void whatUndershootsALittleIsFromZeroToOne() throws IOException {
		// 1.3 sigmoid(z) + 0.01 z, of which hardly anything is below zero.
		ModelProto model = ForeignGenerators.of(value("z", DataType.FLOAT, -1, 64),
				List.of(operator("Sigmoid", "unit", List.of("z")), operator("Mul", "high", List.of("unit", "scale")),
						operator("Mul", "little", List.of("z", "slope")),
						operator("Add", "sum", List.of("high", "little")),
						operator("Reshape", "image", List.of("sum", "shape"))),
				value("image", DataType.FLOAT, -1, 1, 8, 8), weights("scale", new float[] { 1.3f }),
				weights("slope", new float[] { 0.01f }),
				ForeignGenerators.integers("shape", new long[] { -1, 1, 8, 8 }, 4));
		try (Generator generator = open("overshoot", model)) {
			assertThat(generator.card().image().range()).isEqualTo(new ValueRange(0, 1));
		}
	}

	@Test
	void aPictureWithoutChannelsIsGrey() throws IOException {
		List<byte[]> grey = generate(ForeignGenerators.grey(), 0);
		for (int i = 0; i < PICTURES; i++) {
			byte[] red = new byte[grey.get(i).length];
			for (int pixel = 0; pixel < red.length; pixel++) {
				red[pixel] = this.plain.get(i)[3 * pixel];
			}
			assertThat(grey.get(i)).isEqualTo(red);
		}
	}

	@Test
	void aLabelIsTheSameClassHoweverItIsGiven() throws IOException {
		for (int label = 0; label < ForeignGenerators.CLASSES; label++) {
			List<byte[]> index = generate(ForeignGenerators.conditional(false, DataType.INT64), label);
			assertThat(generate(ForeignGenerators.conditional(false, DataType.INT32), label))
				.containsExactly(index.toArray(new byte[0][]));
			assertThat(generate(ForeignGenerators.conditional(true, DataType.FLOAT), label))
				.containsExactly(index.toArray(new byte[0][]));
			assertThat(index.getFirst()).isNotEqualTo(this.plain.getFirst());
		}
	}

	@Test
	void whatALabelIsFollowsFromWhatReadsIt() throws IOException {
		for (int label : new int[] { 0, 3 }) {
			byte[][] index = generate(ForeignGenerators.conditional(false, DataType.INT64), label)
				.toArray(new byte[0][]);
			for (DataType type : List.of(DataType.FLOAT, DataType.UINT8, DataType.INT32, DataType.DOUBLE)) {
				assertThat(generate(ForeignGenerators.labelled("input_14", "input_13", type, false, -1), label))
					.containsExactly(index);
			}
			assertThat(generate(ForeignGenerators.labelled("input_1", "input_2", DataType.FLOAT, false, -1, 1), label))
				.containsExactly(index);
			for (DataType type : List.of(DataType.INT64, DataType.BOOL, DataType.UINT8, DataType.FLOAT)) {
				assertThat(generate(ForeignGenerators.labelled("z:0", "y:0", type, true, -1, 5), label))
					.containsExactly(index);
			}
			assertThat(generate(ForeignGenerators.labelled("z", "y", DataType.FLOAT, true, 64, 1, 5), label))
				.containsExactly(index);
		}
	}

	@Test
	void aCardSaysWhatNeitherNamesNorReadersTell() throws IOException {
		ModelProto model = ForeignGenerators.labelled("a", "b", DataType.FLOAT, true, -1, 5);
		assertRefused(model,
				"The graph takes b float (?, 5), a float (?, 8); which is the latent and which the label neither names "
						+ "nor readers tell; a model.json in a folder with the graph can say it: "
						+ "{ \"inputs\": { \"b\": \"latent\", \"a\": \"label\" } }");
		byte[] index = generate(ForeignGenerators.conditional(false, DataType.INT64), 3).getFirst();
		for (String card : List.of("{ \"inputs\": { \"b\": \"label\" } }", "{ \"inputs\": { \"a\": \"latent\" } }",
				"{ \"classes\": [\"p\", \"q\", \"r\", \"s\", \"t\"] }", "{ \"latent\": { \"dimension\": 8 } }")) {
			card(card);
			assertThat(generate(model, 3).getFirst()).isEqualTo(index);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{ "inputs": { "x": "label" } } | inputs (x) in model.json must be among the inputs of the graph, z float (?, 8)
					{ "inputs": { "z": "size" } }  | inputs.z (size) in model.json must be one of latent, label, sentence, strength, or a number
					{ "output": "x" }              | output (x) in model.json must be among the outputs of the graph, image float (1, 3, 16, 16)
					""")
	void aCardThatNamesNoPortOfTheGraphIsRefused(String card, String reason) throws IOException {
		card(card);
		assertRefused(ForeignGenerators.plain(), reason);
	}

	@Test
	void anInputMayBeANumberOfTheCard() throws IOException {
		card("{ \"inputs\": { \"b\": \"latent\", \"strength of a\": 0.5 } }");
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.setInput(0, value("b", DataType.FLOAT, -1, 8))
			.addInput(value("strength of a", DataType.FLOAT, -1, 1))
			.addNode(0, operator("Mul", "z", List.of("b", "strength of a")));
		List<byte[]> halved = generate(model.build(), 0);
		Files.delete(this.folder.resolve(ModelFiles.CARD));
		this.latents.forEach((z) -> {
			for (int i = 0; i < z.length; i++) {
				z[i] /= 2;
			}
		});
		assertThat(halved).containsExactly(generate(ForeignGenerators.plain(), 0).toArray(new byte[0][]));
	}

	@Test
	void theLargestPictureInColourIsTheOneUnlessTheCardNamesAnother() throws IOException {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		ValueInfoProto image = model.getGraph().getOutput(0);
		model.getGraphBuilder()
			.addNode(operator("MaxPool", "small", List.of("image"), ints("kernel_shape", 2, 2), ints("strides", 2, 2)))
			.addNode(operator("ReduceMean", "mask", List.of("image"), ints("axes", 1)))
			.clearOutput()
			.addOutput(value("mask", DataType.FLOAT, -1, 1, 16, 16))
			.addOutput(value("small", DataType.FLOAT, -1, 3, 8, 8))
			.addOutput(image);
		assertSame(generate(model.build(), 0));
		card("{ \"output\": \"small\" }");
		assertShape(model.build(), 8, 8, 3);
		card("{ \"image\": { \"channels\": 1 } }");
		assertShape(model.build(), 16, 16, 1);
		card("{ \"image\": { \"width\": 8 } }");
		assertShape(model.build(), 8, 8, 3);
	}

	private void assertShape(ModelProto model, int width, int height, int channels) throws IOException {
		try (Generator generator = open("x", model)) {
			ImageShape shape = generator.card().image();
			assertThat(List.of(shape.width(), shape.height(), shape.channels()))
				.isEqualTo(List.of(width, height, channels));
		}
	}

	@Test
	void aSizeThatNoRuleTellsIsFoundByARun() throws IOException {
		// The number of the labels that are not 0 is known to a run alone, as is its
		// size.
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.setInput(0, value("b", DataType.FLOAT, -1, 8))
			.addNode(0, operator("NonZero", "places", List.of("ones")))
			.addNode(1,
					operator("Unique", "axis", List.of("places")).toBuilder()
						.addOutput("")
						.addOutput("")
						.addOutput("count")
						.build())
			.addNode(2, operator("Cast", "real", List.of("count"), integer("to", DataType.FLOAT_VALUE)))
			.addNode(3, operator("ReduceMin", "one", List.of("real"), integer("keepdims", 0)))
			.addNode(4, operator("Mul", "z", List.of("b", "one")))
			.addInitializer(weights("ones", new float[] { 1, 1 }, 2));
		assertSame(generate(model.build(), 0));
	}

	@Test
	void oneNumberThatIsNoneRefusesAGenerator() throws IOException {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.getNodeBuilderList()
			.stream()
			.filter((node) -> node.getOutputList().contains("image"))
			.forEach((node) -> node.setInput(0, "root"));
		int last = model.getGraph().getNodeCount() - 1;
		model.getGraphBuilder()
			.addNode(last, operator("Sqrt", "root", List.of(model.getGraph().getNode(last - 1).getOutput(0))));
		assertRefused(model.build(), "generates NaN or infinity in 8 of 8 test pictures; finite numbers are needed",
				" ");
	}

	@Test
	void aPictureThatIsTooSmallIsRefusedForThat() {
		assertRefused(ForeignGenerators.of(value("z", DataType.FLOAT, -1, 27),
				List.of(operator("Reshape", "y", List.of("z", "shape"))), value("y", DataType.FLOAT, -1, 3, 3, 3),
				ForeignGenerators.integers("shape", new long[] { -1, 3, 3, 3 }, 4)),
				"The graph gives y float (1, 3, 3, 3), which is less than 4 pixels on a side; "
						+ "a generator gives pictures of 1 or 3 channels, such as float (N, 3, H, W)");
	}

	@Test
	void halfPrecisionWeightsAreReadAsTheyAre() throws IOException {
		Path file = Files.write(this.folder.resolve("half.onnx"),
				HalfPrecisionWeights.store(ForeignGenerators.plain().toByteArray()));
		try (Generator generator = open(file)) {
			byte[] picture = generator.generate(this.latents.getFirst(), 0).join();
			for (int i = 0; i < picture.length; i++) {
				assertThat(picture[i] & 0xFF).isCloseTo(this.plain.getFirst()[i] & 0xFF, within(2));
			}
		}
	}

	@Test
	void generatorsOfOtherFrameworksServeBare() throws IOException {
		try (Generator keras = open("keras", ForeignGenerators.keras());
				Generator sprites = open("sprites", ForeignGenerators.sprites());
				Generator upsampling = open("upsampling", ForeignGenerators.upsampling())) {
			assertThat(keras.card().image()).isEqualTo(new ImageShape(8, 8, 3, new ValueRange(0, 1)));
			assertThat(sprites.card().image()).isEqualTo(new ImageShape(8, 8, 3, ValueRange.TANH));
			assertThat(upsampling.card().image()).isEqualTo(new ImageShape(8, 8, 3, ValueRange.TANH));
			assertThat(keras.generate(this.latents.getFirst(), 0).join()).hasSize(8 * 8 * 3)
				.isNotEqualTo(keras.generate(this.latents.getLast(), 0).join());
		}
	}

	@Test
	void aModelWithoutACardIsDescribedByItsFile() throws IOException {
		try (Generator generator = open("My Model_v2 (final)", ForeignGenerators.conditional(true, DataType.FLOAT))) {
			ModelCard card = generator.card();
			assertThat(card.name()).isEqualTo("my-model-v2-final");
			assertThat(card.title()).isEqualTo("My Model_v2 (final)");
			assertThat(card.version()).matches("sha-[0-9a-f]{12}");
			assertThat(card.classes()).containsExactly("0", "1", "2", "3", "4");
			assertThat(card.files()).containsOnlyKeys("My Model_v2 (final).onnx");
		}
	}

	@Test
	void aVersionOfItsPlaceIsTheVersion() throws IOException {
		Path file = Files.write(this.folder.resolve("x.onnx"), ForeignGenerators.plain().toByteArray());
		try (Generator generator = this.factory.open(new ModelSource(this.folder, file, "x", "7"))) {
			assertThat(generator.card().version()).isEqualTo("7");
		}
	}

	@Test
	void whatAHandWrittenCardSaysWins() throws IOException {
		card("""
				{ "name": "faces", "title": "Faces", "licence": "CC0-1.0",
				  "classes": ["a", "b", "c", "d", "e"], "image": { "range": { "minimum": -2, "maximum": 2 } } }
				""");
		try (Generator generator = open("x", ForeignGenerators.conditional(false, DataType.INT64))) {
			ModelCard card = generator.card();
			assertThat(card.name()).isEqualTo("faces");
			assertThat(card.title()).isEqualTo("Faces");
			assertThat(card.licence()).isEqualTo("CC0-1.0");
			assertThat(card.classes()).containsExactly("a", "b", "c", "d", "e");
			assertThat(card.image()).isEqualTo(new ImageShape(16, 16, 3, new ValueRange(-2, 2)));
			assertThat(card.version()).startsWith("sha-");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{ "image": { "width": 32 } }      | image.width (32) must be 16, as in the graph x.onnx
			{ "latent": { "dimension": 100 }} | latent.dimension (100) must be 8, as in the graph x.onnx
			{ "classes": ["a"] }              | the number of classes (1) must be 0, as in the graph x.onnx
			""")
	void aHandWrittenCardThatContradictsTheGraphIsRefused(String card, String reason) throws IOException {
		card(card);
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> open("x", ForeignGenerators.plain()))
			.withMessage("%s: %s", this.folder.resolve(ModelFiles.CARD), reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{", "{ \"image\": 3 }", "{ \"title\": null }", "{ \"name\": \"A B\" }",
			"{ \"files\": { \"../x\": \"00\" } }" })
	void aHandWrittenCardThatIsNoneIsRefused(String card) throws IOException {
		card(card);
		assertThatExceptionOfType(InvalidModelCardException.class)
			.isThrownBy(() -> open("x", ForeignGenerators.plain()))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasLineCount(1).contains(ModelFiles.CARD));
	}

	@Test
	void whatMapsPicturesToPicturesIsRefused() {
		assertRefused(
				ForeignGenerators.of(value("x", DataType.FLOAT, -1, 3, 64, 64),
						List.of(operator("Relu", "y", List.of("x"))), value("y", DataType.FLOAT, -1, 3, 64, 64)),
				"The graph takes x float (?, 3, 64, 64), a picture; a generator takes a latent, such as z float (N, 128),"
						+ " and maybe a label, int64 (N) or one-hot");
	}

	@Test
	void whatReadsTextIsRefused() {
		assertRefused(
				ForeignGenerators.of(value("ids", DataType.INT64, -1, -1),
						List.of(operator("Gather", "y", List.of("table", "ids"))),
						value("y", DataType.FLOAT, -1, -1, 4), weights("table", new float[8], 2, 4)),
				"The graph takes ids int64 (?, ?), a sequence, such as a text; a generator takes a latent, "
						+ "such as z float (N, 128), and maybe a label, int64 (N) or one-hot");
	}

	@Test
	void whatGivesNoPictureIsRefused() {
		assertRefused(ForeignGenerators.of(value("z", DataType.FLOAT, -1, 8),
				List.of(operator("ArgMax", "y", List.of("z"), integer("axis", 1))), value("y", DataType.INT64, -1, 1)),
				"The graph gives y int64 (1, 1); a generator gives pictures of 1 or 3 channels, such as float (N, 3, H, W)");
	}

	@Test
	void whatTakesMoreThanAMachineHasIsRefused() {
		assertRefused(
				ForeignGenerators.of(value("z", DataType.FLOAT, -1, 64),
						List.of(operator("Tile", "many", List.of("z", "times")),
								operator("ReduceMean", "one", List.of("many"), ints("axes", 1)),
								operator("Mul", "mixed", List.of("z", "one")),
								operator("Reshape", "y", List.of("mixed", "shape"))),
						value("y", DataType.FLOAT, -1, 1, 8, 8),
						ForeignGenerators.integers("times", new long[] { 1, 10_000_000 }, 2),
						ForeignGenerators.integers("shape", new long[] { -1, 1, 8, 8 }, 4)),
				"At operator Tile a run takes 2441 MB and 640 million multiplications; "
						+ "at most 2048 MB and 500000 million are allowed");
	}

	@Test
	void whatAKernelTakesBesideItsTensorsCountsAsWell() {
		assertRefused(
				ForeignGenerators.of(value("z", DataType.FLOAT, -1, 192),
						List.of(operator("Reshape", "pixels", List.of("z", "shape")),
								operator("LRN", "y", List.of("pixels"), integer("size", 20_000_001))),
						value("y", DataType.FLOAT, -1, 3, 8, 8),
						ForeignGenerators.integers("shape", new long[] { -1, 3, 8, 8 }, 4)),
				"At operator LRN a run takes 4882 MB and 1280 million multiplications; "
						+ "at most 2048 MB and 500000 million are allowed");
	}

	private static float[] identity(int size) {
		float[] identity = new float[size * size];
		IntStream.range(0, size).forEach((i) -> identity[i * size + i] = 1);
		return identity;
	}

	private void assertRefused(ModelProto model, String reason) {
		assertRefused(model, reason, ": ");
	}

	private void assertRefused(ModelProto model, String reason, String separator) {
		assertThatExceptionOfType(InvalidModelException.class).isThrownBy(() -> open("x", model))
			.withMessage("%s%s%s", this.folder.resolve("x.onnx"), separator, reason);
	}

	private void assertSame(List<byte[]> pictures) {
		for (int i = 0; i < PICTURES; i++) {
			byte[] picture = pictures.get(i);
			assertThat(picture).hasSameSizeAs(this.plain.get(i));
			for (int j = 0; j < picture.length; j++) {
				// Half precision ports round latents and pictures.
				assertThat(picture[j] & 0xFF).isCloseTo(this.plain.get(i)[j] & 0xFF, within(2));
			}
		}
	}

	private List<byte[]> generate(ModelProto model, int label) throws IOException {
		try (Generator generator = open("x", model)) {
			return generator.generateAll(this.latents.stream().map((z) -> new LatentInput(z, label)).toList())
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
	}

	private Generator open(String name, ModelProto model) throws IOException {
		return open(Files.write(this.folder.resolve(name + ".onnx"), model.toByteArray()));
	}

	private Generator open(Path file) {
		String name = file.getFileName().toString().replace(".onnx", "");
		return this.factory.open(new ModelSource(this.folder, file, name, null));
	}

	private void card(String json) throws IOException {
		Files.writeString(this.folder.resolve(ModelFiles.CARD), json);
	}

}
