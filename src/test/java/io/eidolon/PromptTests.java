package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds the service to the words that images are asked for in. */
@ServiceTest(properties = { ServiceTest.ONE_WORKER, ServiceTest.SHORT_QUEUE })
class PromptTests {

	private static final int SIDE = 16;

	private static final String MAN = "a smiling man with glasses";

	private static final String WOMAN = "a woman with brown hair";

	@Autowired
	private MeterRegistry meters;

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void thePromptDecidesWhatTheImageOfASeedIs() throws IOException {
		BufferedImage man = sample(MAN, null);
		assertThat(pixels(sample(WOMAN, null))).isNotEqualTo(pixels(man));
		assertThat(pixels(sample(MAN, null))).isEqualTo(pixels(man));
		assertThat(pixels(sample(MAN, "2"))).isNotEqualTo(pixels(man));
		assertThat(pixels(sample(MAN, "1"))).isEqualTo(pixels(man));
	}

	@Test
	void aStrengthOfZeroIsNoPrompt() throws IOException {
		assertThat(pixels(sample(MAN, "0"))).isEqualTo(pixels(sample(null, null)));
	}

	@Test
	void eachImageMayHaveAPromptOfItsOwnInABatchOfAll() throws IOException {
		double before = batches();
		JsonNode answer = generate("\"seeds\": [7, 7], \"prompts\": [\"%s\", \"%s\"]".formatted(MAN, WOMAN));
		assertThat(batches()).isEqualTo(before + 1);
		assertThat(answer.at("/strength").asDouble()).isEqualTo(1);
		assertThat(answer.at("/pictures/0/prompt").asString()).isEqualTo(MAN);
		assertThat(answer.at("/pictures/1/prompt").asString()).isEqualTo(WOMAN);
		assertThat(largestDifference(image(answer.at("/pictures/0/data").binaryValue()), sample(MAN, null)))
			.isLessThanOrEqualTo(1);
		assertThat(largestDifference(image(answer.at("/pictures/1/data").binaryValue()), sample(WOMAN, null)))
			.isLessThanOrEqualTo(1);
	}

	@Test
	void thereAreAsManyImagesAsPrompts() {
		JsonNode answer = generate("\"seed\": 3, \"prompts\": [\"a man\", \"a woman\", \"hair\"]");
		assertThat(answer.at("/pictures").size()).isEqualTo(3);
		assertThat(answer.at("/pictures/2/seed").asInt()).isEqualTo(5);
	}

	@Test
	void imagesLieBetweenPromptsWhereTheirBlendsSay() throws IOException {
		JsonNode answer = generate(
				"\"seeds\": [7, 7, 7], \"prompt\": \"%s\", \"toPrompt\": \"%s\", \"blends\": [0, 0.5, 1]".formatted(MAN,
						WOMAN));
		BufferedImage strip = image(this.service
			.get("/interpolate?model=peeps-text&from=7&steps=3&format=png&prompt=%s&toPrompt=%s".formatted(encoded(MAN),
					encoded(WOMAN)))
			.body());
		for (int i = 0; i < 3; i++) {
			assertThat(largestDifference(image(answer.at("/pictures/%s/data".formatted(i)).binaryValue()),
					frame(strip, i)))
				.isLessThanOrEqualTo(1);
		}
		assertThat(largestDifference(frame(strip, 0), frame(strip, 1))).isGreaterThan(1);
		assertThat(new String(answer.at("/pictures/1/data").binaryValue(), StandardCharsets.ISO_8859_1))
			.contains("prompt\0" + MAN + " | " + WOMAN, "blend\0000.0 0.5 1.0");
	}

	@Test
	void imagesLieBetweenNoWordsAndAPrompt() throws IOException {
		JsonNode answer = generate(
				"\"seeds\": [7, 7, 7], \"toPrompt\": \"%s\", \"blends\": [0, 0.5, 1]".formatted(MAN));
		List<BufferedImage> expected = List.of(sample(null, null), sample(MAN, "0.5"), sample(MAN, null));
		for (int i = 0; i < 3; i++) {
			assertThat(largestDifference(image(answer.at("/pictures/%s/data".formatted(i)).binaryValue()),
					expected.get(i)))
				.isLessThanOrEqualTo(1);
		}
	}

	@Test
	void withoutAPromptAnswersSayNothingOfWords() {
		JsonNode answer = generate("\"seed\": 7");
		assertThat(answer.has("strength")).isFalse();
		assertThat(answer.has("warnings")).isFalse();
		assertThat(answer.at("/pictures/0").has("prompt")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"model": "peeps-text", "prompt": " "      | prompt must be a few words that say what is to be seen, not empty
					"model": "peeps-text", "prompts": ["a", ""] | prompts[1] must be a few words that say what is to be seen, not empty
					"model": "peeps", "prompt": "a man"  | prompt (a man) must be left out, as the model peeps understands no words; models that do: peeps-text
					"model": "fashion", "label": 1, "prompts": ["a man"] | prompts[0] (a man) must be left out, as the model fashion understands no words; models that do: peeps-text
					"model": "peeps-text", "toPrompt": "a man" | toPrompt (a man) must be left out, or given with blends, which say how far each picture goes
					"model": "peeps-text", "prompt": "a man", "blends": [1] | toPrompt must be given, as blends are
					"model": "peeps-text", "toPrompt": "a man", "blends": [0, 2] | blends[1] (2.0) must be between 0 and 1
					"model": "peeps-text", "toPrompt": "a man", "blends": [0, 1], "seeds": [7] | blends (2 items) must be 1 items, one for each picture
					"model": "peeps-text", "prompt": "a man", "label": 1 | label (1) must be left out, as the model peeps-text takes no label
					""")
	void whatIsWrongWithAPromptIsSaid(String properties, String detail) {
		HttpResponse<byte[]> response = this.service.generate("{%s}".formatted(properties), "image/png");
		assertThat(response.statusCode()).isEqualTo(400);
		JsonNode problem = RunningService.json(response);
		assertThat(problem.at("/type").asString()).isEqualTo("urn:eidolon:problem:invalid-parameter");
		assertThat(problem.at("/detail").asString()).isEqualTo(detail);
	}

	@Test
	void aPromptOfTooManyTokensIsRefusedWithTheirNumber() {
		HttpResponse<byte[]> response = this.service
			.generate("{\"model\": \"peeps-text\", \"prompt\": \"%s\"}".formatted("man ".repeat(127)), "image/png");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString())
			.isEqualTo("prompt (129 tokens) must be at most 128 tokens, which are words, parts of words and signs");
	}

	@Test
	void wordsThatAModelHasNotLearnedAreAnsweredWithWhatItKnows() {
		String warning = "The model peeps-text has learned no word of prompts[1]; it knows man, woman, smiling, glasses, hair, brown";
		String body = "{\"model\": \"peeps-text\", \"prompts\": [\"a man\", \"ein Haus\"]}";
		HttpResponse<byte[]> json = this.service.generate(body, "application/json");
		assertThat(RunningService.json(json).at("/warnings/0").asString()).isEqualTo(warning);
		for (String accept : List.of("application/json", "image/png", "application/zip")) {
			HttpResponse<byte[]> response = this.service.generate(body, accept);
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().allValues("Eidolon-Warning")).containsExactly(warning);
		}
		assertThat(this.service.get(path("ein Haus", null)).headers().firstValue("Eidolon-Warning")).isPresent();
		assertThat(this.service.get(path(MAN, null)).headers().firstValue("Eidolon-Warning")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { MAN, "\u7b11\u3046\u7537 | man" })
	void aPngSaysWhichWordsItWasAskedForIn(String prompt) {
		String png = new String(this.service.get(path(prompt, "1.5")).body(), StandardCharsets.UTF_8);
		assertThat(png).contains("prompt\0").contains(prompt).contains("strength\0001.5");
	}

	@Test
	void filesAreNamedAfterTheirWords() throws IOException {
		assertThat(zip(
				"\"seeds\": [7, 7, 7, 7], \"prompts\": [\"A man, smiling!\", \"\u7537\", \"a man (smiling)\", \"\u7537\"]"))
			.containsExactly("peeps-text-7-a-man-smiling.png", "peeps-text-7-\u7537.png",
					"peeps-text-7-a-man-smiling-2.png");
		assertThat(zip("\"seed\": 7, \"prompt\": \"%s\"".formatted("very ".repeat(20))))
			.containsExactly("peeps-text-7-very-very-very-very-very-very-very-very-very-ver.png");
	}

	@Test
	void theTagOfAnImageCoversItsWordsAndTheirStrength() {
		String tag = tag(path(MAN, null));
		assertThat(tag(path("  a smiling  man with glasses ", "1"))).isEqualTo(tag);
		assertThat(List.of(tag(path(null, null)), tag(path(WOMAN, null)), tag(path(MAN, "0.5")))).doesNotContain(tag)
			.doesNotHaveDuplicates();
		assertThat(this.service.get(path(MAN, null), "If-None-Match", tag).statusCode()).isEqualTo(304);
	}

	@Test
	void aWalkLeadsFromWordsToWordsAtOneSeed() throws IOException {
		String walk = "/interpolate?model=peeps-text&from=7&steps=5&prompt=%s&toPrompt=%s".formatted(encoded(MAN),
				encoded(WOMAN));
		HttpResponse<byte[]> response = this.service.get(walk + "&format=png");
		assertThat(response.headers().firstValue("Eidolon-Seed")).contains("7");
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("prompt\0" + MAN + " | " + WOMAN);
		BufferedImage strip = image(response.body());
		assertThat(largestDifference(frame(strip, 0), sample(MAN, null))).isLessThanOrEqualTo(1);
		assertThat(largestDifference(frame(strip, 4), sample(WOMAN, null))).isLessThanOrEqualTo(1);
		assertThat(largestDifference(frame(strip, 2), frame(strip, 0))).isGreaterThan(1);
		JsonNode answer = RunningService.json(this.service.get(walk + "&format=json"));
		assertThat(answer.at("/prompts").toString()).isEqualTo("[\"%s\",\"%s\"]".formatted(MAN, WOMAN));
		assertThat(answer.at("/seeds").toString()).isEqualTo("[7]");
	}

	@Test
	void aWalkLeadsFromSeedToSeedUnderOnePrompt() throws IOException {
		BufferedImage strip = image(
				this.service.get("/interpolate?model=peeps-text&from=1&to=7&steps=3&format=png&prompt=" + encoded(MAN))
					.body());
		assertThat(largestDifference(frame(strip, 2), sample(MAN, null))).isLessThanOrEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			toPrompt=man              | toPrompt (man) must be left out, as there is no prompt to begin with
			prompt=man&toPrompt=+     | toPrompt must be a few words that say what is to be seen, not empty
			from=1&to=2&strength=0.5  | strength (0.5) must be left out, as there is no prompt
			prompt=man&toPrompt=a&strength=3 | strength (3.0) must be between 0 and 2
			""")
	void whatIsWrongWithAWalkThroughWordsIsSaid(String query, String detail) {
		HttpResponse<byte[]> response = this.service.get("/interpolate?model=peeps-text&" + query);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString()).isEqualTo(detail);
	}

	@Test
	void anEditHoldsItsWords() throws IOException {
		JsonNode answer = search("/edit",
				"""
						{"model": "peeps-text", "seed": 7, "prompt": "%s", "candidates": 1, "starts": 2, "steps": 3, "frames": 2,
						 "constraints": [{"type": "colour", "colour": "#ffffff", "box": [2, 2, 4, 4]}]}"""
					.formatted(MAN));
		BufferedImage candidate = image(answer.at("/candidates/0/data").binaryValue());
		assertThat(largestDifference(image(answer.at("/start/data").binaryValue()), sample(MAN, null)))
			.isLessThanOrEqualTo(1);
		assertThat(largestDifference(candidate, generated(answer.at("/candidates/0/latent")))).isLessThanOrEqualTo(1);
		assertThat(largestDifference(candidate, image(answer.at("/frames/1/data").binaryValue())))
			.isLessThanOrEqualTo(1);
		assertThat(new String(answer.at("/candidates/0/data").binaryValue(), StandardCharsets.ISO_8859_1))
			.contains("tEXtprompt\0" + MAN, "tEXtstrength\0001.0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"prompt\": \"" + MAN + "\", ", "" })
	void anEditMovesAPictureTowardsWordsStepByStep(String prompt) throws IOException {
		JsonNode answer = search("/edit",
				"{\"model\": \"peeps-text\", \"seed\": 7, %s\"toPrompt\": \"%s\", \"candidates\": 2}".formatted(prompt,
						WOMAN));
		assertThat(largestDifference(image(answer.at("/start/data").binaryValue()),
				sample(prompt.isEmpty() ? null : MAN, null)))
			.isLessThanOrEqualTo(1);
		assertThat(answer.at("/candidates").size()).isEqualTo(2);
		assertThat(answer.at("/candidates/0/blend").asDouble()).isEqualTo(0.5);
		assertThat(answer.at("/candidates/1/blend").asDouble()).isEqualTo(1);
		assertThat(answer.at("/candidates/0/latent")).isEqualTo(answer.at("/start/latent"));
		BufferedImage end = image(answer.at("/candidates/1/data").binaryValue());
		assertThat(largestDifference(end, sample(WOMAN, null))).isLessThanOrEqualTo(1);
		double loss = answer.at("/candidates/1/loss").asDouble();
		assertThat(loss).isCloseTo(meanDifference(end, image(answer.at("/start/data").binaryValue())), within(1e-9));
		JsonNode again = generate("\"latents\": [%s], %s\"toPrompt\": \"%s\", \"blends\": [0.5]"
			.formatted(answer.at("/candidates/0/latent"), prompt, WOMAN));
		BufferedImage half = image(answer.at("/candidates/0/data").binaryValue());
		assertThat(largestDifference(half, image(again.at("/pictures/0/data").binaryValue()))).isLessThanOrEqualTo(1);
		assertThat(new String(answer.at("/candidates/0/data").binaryValue(), StandardCharsets.ISO_8859_1))
			.contains("tEXtblend\0000.5");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"model": "peeps-text" | seed must be given, or latent: the picture that goes towards toPrompt
					"model": "peeps-text", "seed": 7, "frames": 2 | frames (2) must be left out, as toPrompt is given
					"model": "peeps-text", "seed": 7, "constraints": [{"type": "keep", "box": [0, 0, 4, 4]}] | constraints (1 items) must be left out, as toPrompt is given
					"model": "peeps", "seed": 7 | toPrompt (a man) must be left out, as the model peeps understands no words; models that do: peeps-text
					""")
	void whatIsWrongWithAMoveTowardsWordsIsSaid(String properties, String detail) {
		HttpResponse<byte[]> response = post("/edit", "{%s, \"toPrompt\": \"a man\"}".formatted(properties));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString()).isEqualTo(detail);
	}

	@Test
	void aProjectionHoldsItsWords() throws IOException {
		String picture = Base64.getEncoder().encodeToString(this.service.get(path(MAN, null)).body());
		JsonNode answer = search("/project", """
				{"model": "peeps-text", "prompt": "%s", "starts": 1, "steps": 3, "picture": "%s"}""".formatted(MAN,
				picture));
		assertThat(largestDifference(image(answer.at("/picture/data").binaryValue()), generated(answer.at("/latent"))))
			.isLessThanOrEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/edit    | "constraints": [{"type": "colour", "colour": "#ffffff", "box": [2, 2, 4, 4]}]
			/project | "picture": "%s"
			""")
	void aSearchRefusesWordsThatItsModelDoesNotUnderstand(String path, String properties) {
		String picture = Base64.getEncoder().encodeToString(this.service.get(path(null, null)).body());
		HttpResponse<byte[]> response = post(path,
				"{\"model\": \"peeps\", \"prompt\": \"a man\", %s}".formatted(properties.formatted(picture)));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/field").asString()).isEqualTo("prompt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/edit", "/project" })
	void aSearchUnderWordsThatItsModelHasNotLearnedSaysWhatItKnows(String path) {
		String picture = Base64.getEncoder().encodeToString(this.service.get(path(null, null)).body());
		String body = "{\"model\": \"peeps-text\", \"prompt\": \"%s\", \"starts\": 1, \"steps\": 1, " + (path
			.equals("/edit")
					? "\"candidates\": 1, \"constraints\": [{\"type\": \"colour\", \"colour\": \"#ffffff\", \"box\": [2, 2, 4, 4]}]}"
					: "\"picture\": \"%s\"}".formatted(picture));
		String warning = "The model peeps-text has learned no word of prompt; it knows man, woman, smiling, glasses, hair, brown";
		HttpResponse<byte[]> response = post(path, body.formatted("ein Haus"));
		assertThat(RunningService.json(response).at("/warnings").toString()).isEqualTo("[\"%s\"]".formatted(warning));
		assertThat(response.headers().allValues("Eidolon-Warning")).containsExactly(warning);
		HttpResponse<byte[]> events = this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "text/event-stream")
				.POST(BodyPublishers.ofString(body.formatted("ein Haus"))));
		assertThat(new String(events.body(), StandardCharsets.UTF_8)).contains(warning);
		HttpResponse<byte[]> known = post(path, body.formatted(MAN));
		assertThat(RunningService.json(known).has("warnings")).isFalse();
		assertThat(known.headers().firstValue("Eidolon-Warning")).isEmpty();
	}

	@Test
	void aCardShowsWhatCanBeAskedFor() {
		JsonNode text = RunningService.json(this.service.get("/models/peeps-text")).at("/text");
		assertThat(text.at("/languages/0").asString()).isEqualTo("en");
		assertThat(text.at("/prompts/0").asString()).isEqualTo("a smiling man");
	}

	private JsonNode generate(String properties) {
		HttpResponse<byte[]> response = this.service.generate("{\"model\": \"peeps-text\", %s}".formatted(properties),
				"application/json");
		assertThat(response.statusCode()).isEqualTo(200);
		return RunningService.json(response);
	}

	private JsonNode search(String path, String body) {
		HttpResponse<byte[]> response = post(path, body);
		assertThat(response.statusCode()).as(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(200);
		return RunningService.json(response);
	}

	private HttpResponse<byte[]> post(String path, String body) {
		return this.service
			.send(this.service.request(path, "Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
	}

	/** The image of a latent under the words of a man. */
	private BufferedImage generated(JsonNode latent) throws IOException {
		JsonNode answer = generate("\"latents\": [%s], \"prompt\": \"%s\"".formatted(latent, MAN));
		return image(answer.at("/pictures/0/data").binaryValue());
	}

	private List<String> zip(String properties) throws IOException {
		byte[] archive = this.service
			.generate("{\"model\": \"peeps-text\", %s}".formatted(properties), "application/zip")
			.body();
		List<String> names = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		return names;
	}

	private BufferedImage sample(@Nullable String prompt, @Nullable String strength) throws IOException {
		HttpResponse<byte[]> response = this.service.get(path(prompt, strength));
		assertThat(response.statusCode()).isEqualTo(200);
		return image(response.body());
	}

	private String tag(String path) {
		return this.service.get(path).headers().firstValue("ETag").orElseThrow();
	}

	private double batches() {
		return this.meters.get("eidolon.batch.size").tag("model", "peeps-text").summary().count();
	}

	private static String path(@Nullable String prompt, @Nullable String strength) {
		return "/models/peeps-text/samples/7.png" + ((prompt != null) ? "?prompt=" + encoded(prompt) : "")
				+ ((strength != null) ? "&strength=" + strength : "");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static BufferedImage image(byte[] file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(file));
	}

	private static BufferedImage frame(BufferedImage strip, int index) {
		return strip.getSubimage(index * SIDE, 0, SIDE, SIDE);
	}

	private static int[] pixels(BufferedImage image) {
		return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
	}

	private static double meanDifference(BufferedImage one, BufferedImage other) {
		int[] first = pixels(one);
		int[] second = pixels(other);
		return IntStream.range(0, first.length).map((i) -> Math.abs(first[i] - second[i])).average().orElseThrow()
				/ 255;
	}

	private static int largestDifference(BufferedImage one, BufferedImage other) {
		int[] first = pixels(one);
		int[] second = pixels(other);
		assertThat(first).hasSameSizeAs(second);
		int largest = 0;
		for (int i = 0; i < first.length; i++) {
			largest = Math.max(largest, Math.abs(first[i] - second[i]));
		}
		return largest;
	}

}
