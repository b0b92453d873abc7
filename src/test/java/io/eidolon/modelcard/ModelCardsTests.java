package io.eidolon.modelcard;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.eidolon.modelcard.ModelCard.Data;
import io.eidolon.modelcard.ModelCard.Encoder;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.LatentSpace;
import io.eidolon.modelcard.ModelCard.NamedDirection;
import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.modelcard.ModelCard.Text;
import io.eidolon.modelcard.ModelCard.Training;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.modelcard.Recognition.Discriminator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

class ModelCardsTests {

	private static final JsonMapper JSON = new JsonMapper();

	/** The SHA-256 of "graph", from sha256sum. */
	private static final String GRAPH_SHA256 = "eef93e1d14482804277fca0172464032d1a4fdbcc338524059fa1e861454ad4d";

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void writeAGoodCard() throws Exception {
		this.file = this.folder.resolve(ModelFiles.CARD);
		Files.writeString(this.folder.resolve(ModelFiles.GRAPH), "graph");
		ModelCards.write(this.folder, card(Map.of(ModelFiles.GRAPH, GRAPH_SHA256)));
	}

	@Test
	void aCardComesBackAsItWasWritten() {
		assertThat(ModelCards.read(this.folder)).isEqualTo(card(Map.of(ModelFiles.GRAPH, GRAPH_SHA256)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "text.encoder | \"\"", "text.encoder | null", "text.encoderSha256 | \"abc\"",
					"text.languages | []", "text.languages | [\"English\"]", "text.prompts | null",
					"text.prompts | [\"\"]",
					"text.prompts | [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]",
					"text.vocabulary | [null]" })
	void whatItSaysOfPromptsMustMakeSense(String field, String value) throws Exception {
		change(field, value);
		assertThatExceptionOfType(InvalidModelCardException.class).isThrownBy(() -> ModelCards.read(this.folder))
			.withMessageContaining(field);
	}

	@Test
	void aGeneratorNeedNotTakePrompts() throws Exception {
		change("text", "null");
		assertThat(ModelCards.read(this.folder).text()).isNull();
	}

	@Test
	void whatDescribesTheTrainingMayBeMissing() throws Exception {
		change("licence", "null");
		change("data", "null");
		change("training", "null");
		change("proof", "null");
		change("quality", "null");
		ModelCard card = ModelCards.read(this.folder);
		assertThat(card.licence()).isNull();
		assertThat(card.data()).isNull();
		assertThat(card.training()).isNull();
		assertThat(card.proof()).isNull();
		assertThat(card.quality()).isNull();
	}

	@Test
	void aCardWithClassesIsConditional() throws Exception {
		assertThat(ModelCards.read(this.folder).conditional()).isFalse();
		change("classes", "[\"cat\", \"dog\"]");
		assertThat(ModelCards.read(this.folder).conditional()).isTrue();
	}

	@Test
	void fieldsOfALaterVersionAreIgnored() throws Exception {
		change("colour-profile", "\"sRGB\"");
		assertThatCode(() -> ModelCards.read(this.folder)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					name         | null         | name (null) must be text like
					name         | ""           | name () must be text like
					name         | "Peeps"      | name (Peeps) must be text like
					name         | "../peeps"   | name (../peeps) must be text like
					name         | "-peeps"     | name (-peeps) must be text like
					version      | null         | version (null) must be text like
					version      | "1/2"        | version (1/2) must be text like
					title        | null         | title (null) must be a line for people
					title        | " "          | title ( ) must be a line for people
					image        | null         | image (null) must be width, height, channels and range
					image.width  | 0            | image.width (0) must be between 1 and 4096
					image.width  | 4097         | image.width (4097) must be between 1 and 4096
					image.height | -1           | image.height (-1) must be between 1 and 4096
					image.channels | 2          | image.channels (2) must be 1 or 3
					image.range  | null         | image.range (null) must be a minimum below its maximum
					image.range.minimum | 1     | image.range (ValueRange[minimum=1.0, maximum=1.0]) must be a minimum below
					latent       | null         | latent (null) must be dimension and distribution
					latent.dimension | 0        | latent.dimension (0) must be between 1 and 65536
					latent.dimension | 65537    | latent.dimension (65537) must be between 1 and 65536
					latent.distribution | "uniform" | latent.distribution (uniform) must be standard-normal
					description  | " "          | description ( ) must be a sentence of at most 300 characters
					showcase     | [7, null]    | showcase ([7, null]) must be at most 24 seeds, from 0 to 4294967295
					showcase     | [4294967296] | showcase ([4294967296]) must be at most 24 seeds
					showcase     | [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1] | showcase ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) must be at most 24 seeds
					classes      | null         | classes (null) must be a list of distinct names
					classes      | ["cat", "cat"] | classes ([cat, cat]) must be a list of distinct names
					directions   | [null]       | directions must be objects with name, of, minimum and maximum
					directions   | [{"name": "To night", "of": "pc1", "minimum": -1, "maximum": 1}] | directions.name (To night) must be text like
					directions   | [{"name": "night", "minimum": -1, "maximum": 1}] | directions.of (null) must be the name of a direction
					directions   | [{"name": "night", "of": "pc1", "minimum": 1, "maximum": 2}] | directions.night (1.0 to 2.0) must be a range
					files        | null         | files (null) must be the SHA-256 of generator.onnx
					files        | {}           | files ({}) must be the SHA-256 of generator.onnx
					""")
	void whatBreaksARuleIsNamedWithItsFileFieldValueAndWhatIsAllowed(String field, String value, String message)
			throws Exception {
		change(field, value);
		assertThatExceptionOfType(InvalidModelCardException.class).isThrownBy(() -> ModelCards.read(this.folder))
			.withMessageStartingWith(this.file + ": " + message)
			.extracting(Throwable::getMessage, STRING)
			.hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "peeps", "a", "fashion-2", "0" })
	void lowerCaseLettersDigitsAndDashesMakeAName(String name) throws Exception {
		change("name", '"' + name + '"');
		assertThat(ModelCards.read(this.folder).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "42", "not json", "null", "{\"image\": 3}", "{\"classes\": {}}" })
	void aCardThatIsNoCardIsRefusedInOneLine(String text) throws Exception {
		Files.writeString(this.file, text);
		assertThatExceptionOfType(InvalidModelCardException.class).isThrownBy(() -> ModelCards.read(this.folder))
			.withMessageStartingWith(this.file.toString())
			.extracting(Throwable::getMessage, STRING)
			.hasLineCount(1);
	}

	@Test
	void aFolderWithoutACardIsNamed() throws Exception {
		Files.delete(this.file);
		assertThatExceptionOfType(InvalidModelCardException.class).isThrownBy(() -> ModelCards.read(this.folder))
			.withMessage("%s has no model.json", this.folder);
	}

	@Test
	void filesAreHeldAgainstTheirSha256() throws Exception {
		ModelCard card = ModelCards.read(this.folder);
		assertThatCode(() -> ModelCards.verifyFiles(this.folder, card)).doesNotThrowAnyException();
		Path graph = Files.writeString(this.folder.resolve(ModelFiles.GRAPH), "other");
		assertThatExceptionOfType(InvalidModelCardException.class)
			.isThrownBy(() -> ModelCards.verifyFiles(this.folder, card))
			.withMessage("%s has SHA-256 %s, but the card says %s; export or copy it again", graph,
					"d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa", GRAPH_SHA256);
	}

	@Test
	void hexadecimalDigitsOfEitherCaseAreTheSame() {
		ModelCard card = card(Map.of(ModelFiles.GRAPH, GRAPH_SHA256.toUpperCase(Locale.ROOT)));
		assertThatCode(() -> ModelCards.verifyFiles(this.folder, card)).doesNotThrowAnyException();
	}

	@Test
	void aFileThatIsMissingIsNamed() throws Exception {
		Files.delete(this.folder.resolve(ModelFiles.GRAPH));
		assertThatExceptionOfType(InvalidModelCardException.class)
			.isThrownBy(() -> ModelCards.verifyFiles(this.folder, ModelCards.read(this.folder)))
			.withMessage("%s is missing, though the card names it", this.folder.resolve(ModelFiles.GRAPH));
	}

	@Test
	void weightsInASubfolderAreTheModelsToo() throws Exception {
		Path weights = Files.createDirectory(this.folder.resolve("weights")).resolve("all.data");
		ModelCard card = card(Map.of("weights/all.data", GRAPH_SHA256));
		assertThatExceptionOfType(InvalidModelCardException.class)
			.isThrownBy(() -> ModelCards.verifyFiles(this.folder, card))
			.withMessage("%s is missing, though the card names it", weights);
		Files.copy(this.folder.resolve(ModelFiles.GRAPH), weights);
		assertThatCode(() -> ModelCards.verifyFiles(this.folder, card)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../secret", "/etc/passwd", "deeper/../../secret", ".", "" })
	void filesOutsideTheFolderAreRefused(String name) {
		ModelCard card = card(Map.of(name, GRAPH_SHA256));
		assertThatExceptionOfType(InvalidModelCardException.class)
			.isThrownBy(() -> ModelCards.verifyFiles(this.folder, card))
			.withMessage("%s names the file %s outside its folder", this.file, name);
	}

	@Test
	void aFileThatCannotBeReadHasNoSha256() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> Sha256.hex(this.folder.resolve("missing")));
	}

	@Test
	void aCardThatCannotBeWrittenIsReported() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> ModelCards.write(this.folder.resolve("missing"), card(Map.of())));
	}

	/** Sets a field, given by its path with dots, to a value in JSON. */
	private void change(String field, String value) throws Exception {
		ObjectNode card = (ObjectNode) JSON.readTree(Files.readString(this.file));
		int dot = field.lastIndexOf('.');
		ObjectNode parent = (dot < 0) ? card : (ObjectNode) card.at("/" + field.substring(0, dot).replace('.', '/'));
		parent.set(field.substring(dot + 1), JSON.readTree(value));
		Files.writeString(this.file, JSON.writeValueAsString(card));
	}

	private static ModelCard card(Map<String, String> files) {
		return new ModelCard("peeps", "1", "Cartoon people", new ImageShape(64, 64, 3, ValueRange.TANH),
				new LatentSpace(100, LatentSpace.STANDARD_NORMAL), List.of(), "CC0-1.0",
				new Data("Open Peeps", "openpeeps.com", "CC0-1.0", "Pablo Stanley", 5000),
				new Training("--eidolon.training.name=peeps", "dcgan nf 64", "non-saturating", 17, 30_000, 1_920_000,
						0.75, "2 cores", 0.999, 0.41, 1.3),
				new Proof("ONNX Runtime 1.28.0", 64, 2.8e-8, "float16", 1),
				new Quality("eidolon-cifar10-v1", GRAPH_SHA256, 5000, 720, true, 12.5, 0.0125, 0.75, 0.5, 0.9, 0.6),
				new Encoder("--eidolon.encoder.model=models/peeps", "4 convolutions", 1, 3000, "Open Peeps", 24.5,
						19.25, 1e-6),
				new Recognition(new Discriminator(1920, 2, 30_000, "float16", 1e-6)),
				new Text("all-MiniLM-L6-v2", GRAPH_SHA256, List.of("en"), List.of("a bearded man with glasses"),
						List.of("man", "glasses", "beard"), List.of("a man with a beard"), true),
				List.of(new NamedDirection("background", "Light to dark", "pc1", -3, 3)), "People of ink.",
				List.of(7L, 0xFFFF_FFFFL), files);
	}

}
