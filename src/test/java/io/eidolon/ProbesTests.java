package io.eidolon;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Probes over HTTP, and classes of pictures by them. */
@ServiceTest(properties = { "eidolon.recognition.max-probes=2", "eidolon.recognition.max-pictures=3" })
class ProbesTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	static Path data;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.recognition.path", () -> data.resolve("kept").toString());
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@AfterEach
	void deleteFiles() throws IOException {
		Path folder = data.resolve("kept/probes/peeps");
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.toList()) {
					Files.delete(file);
				}
			}
		}
	}

	@Test
	void aProbeIsMadeListedAndDeleted() {
		HttpResponse<byte[]> made = create("shades", examples(4));
		assertThat(made.statusCode()).isEqualTo(201);
		assertThat(made.headers().firstValue("Location")).hasValue("/models/peeps/probes/shades");
		JsonNode probe = RunningService.json(made);
		assertThat(probe.at("/labels").toString()).isEqualTo("[\"blue\",\"red\"]");
		assertThat(probe.at("/examples").asInt()).isEqualTo(8);
		assertThat(probe.at("/features").asInt()).isEqualTo(304);
		assertThat(probe.at("/leaveOneOutAccuracy").asDouble()).isBetween(0.0, 1.0);
		assertThat(list().at("/probes/0")).isEqualTo(probe);
		assertThat(delete("shades")).isEqualTo(204);
		assertThat(list().at("/probes").size()).isZero();
		assertThat(delete("shades")).isEqualTo(404);
	}

	@Test
	void aFileThatIsNoProbeIsToldAndPassedOver() throws IOException {
		assertThat(create("shades", examples(1)).statusCode()).isEqualTo(201);
		Path folder = data.resolve("kept/probes/peeps");
		Path whole = folder.resolve("shades.json");
		byte[] bytes = Files.readAllBytes(whole);
		Files.write(folder.resolve("torn.json"), Arrays.copyOf(bytes, bytes.length / 2));
		Files.writeString(folder.resolve("other.json"), "{}");
		JsonNode list = list();
		assertThat(list.at("/probes").size()).isEqualTo(1);
		assertThat(list.at("/unreadable").size()).isEqualTo(2);
		assertThat(list.at("/unreadable/0").asString()).startsWith("other.json: ");
		assertThat(delete("torn")).isEqualTo(204);
	}

	@Test
	void aNameThatIsTakenAndOneProbeTooManyAreConflicts() {
		assertThat(create("a", examples(1)).statusCode()).isEqualTo(201);
		HttpResponse<byte[]> taken = create("a", examples(1));
		assertThat(taken.statusCode()).isEqualTo(409);
		assertThat(RunningService.json(taken).at("/detail").asString()).startsWith("peeps has a probe a already");
		assertThat(create("b", examples(1)).statusCode()).isEqualTo(201);
		assertThat(RunningService.json(create("c", examples(1))).at("/detail").asString())
			.startsWith("There are 2 probes");
	}

	@Test
	void whatIsNotAllowedIsRefusedByItsName() {
		assertThat(detail(create("../a", examples(1)))).startsWith("name (../a) must be up to 64 of");
		assertThat(detail(create("A", examples(1)))).startsWith("name (A) must be");
		assertThat(detail(create("a", List.of()))).isEqualTo("examples (0 items) must be between 2 and 2000 items");
		assertThat(detail(create("a", List.of(example("red", "red"), example("red", "red")))))
			.isEqualTo("examples (1 labels) must be of between 2 and 100 labels");
		assertThat(detail(create("a", List.of(example("red", "red"), "{\"label\": \"blue\", \"picture\": \"?\"}"))))
			.isEqualTo("examples[1].picture must be a file in base64");
		assertThat(detail(create("a", List.of(example("red", "red"), "{\"label\": \"blue\"}"))))
			.isEqualTo("examples[1].picture must be given, in base64");
		List<String> late = Stream
			.concat(examples(2).stream(), Stream.of("{\"label\": \"red\", \"picture\": \"AAAA\"}"))
			.toList();
		assertThat(detail(create("a", late))).startsWith("examples[4].picture must be a ");
		assertThat(post("/models/nobody/probes", body("a", examples(1))).statusCode()).isEqualTo(404);
		assertThat(post("/models/peeps/probes",
				body("a", examples(1)).replace("\"examples\"", "\"space\": \"latent\", \"examples\""))
			.statusCode()).isEqualTo(422);
	}

	@Test
	void aProbeTellsTheClassesOfPictures() {
		assertThat(create("shades", examples(2)).statusCode()).isEqualTo(201);
		JsonNode answer = RunningService
			.json(classify("probe\", \"probe\": \"shades", ColouredPixel.base64("blue"), ColouredPixel.base64("red")));
		assertThat(answer.at("/data/0/classes/0/label").asString()).isEqualTo("blue");
		assertThat(answer.at("/data/1/classes/0/label").asString()).isEqualTo("red");
		assertThat(answer.at("/data/1/classes/0/score").asDouble()).isBetween(0.5, 1.0);
		assertThat(answer.at("/data/1/rejected").asBoolean()).isFalse();
		assertThat(classify("probe\", \"probe\": \"nothing", ColouredPixel.base64("red")).statusCode()).isEqualTo(404);
		assertThat(detail(classify("probe", ColouredPixel.base64("red")))).startsWith("probe must be given");
		assertThat(detail(classify("words", ColouredPixel.base64("red")))).contains("synthesis", "probe");
	}

	@Test
	void aModelWithoutClassesTellsNoneBySynthesis() {
		HttpResponse<byte[]> refused = classify("synthesis", ColouredPixel.base64("red"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(RunningService.json(refused).at("/detail").asString()).endsWith("train one with conditional=true");
	}

	private HttpResponse<byte[]> classify(String by, String... pictures) {
		return post("/classify", "{\"model\": \"peeps\", \"by\": \"%s\", \"input\": [\"%s\"]}".formatted(by,
				String.join("\", \"", pictures)));
	}

	@Test
	void theExampleOfTheOpenApiPageRuns() {
		JsonNode form = RunningService.json(this.service.get("/v3/api-docs")).at("/components/schemas/ProbeForm");
		String body = "{\"name\": %s, \"examples\": %s}".formatted(form.at("/properties/name/example"),
				form.at("/properties/examples/example"));
		assertThat(post("/models/peeps/probes", body).statusCode()).as(body).isEqualTo(201);
	}

	private JsonNode list() {
		return RunningService.json(this.service.get("/models/peeps/probes"));
	}

	private int delete(String name) {
		return this.service.send(this.service.request("/models/peeps/probes/" + name).DELETE()).statusCode();
	}

	private HttpResponse<byte[]> create(String name, List<String> examples) {
		return post("/models/peeps/probes", body(name, examples));
	}

	private static String body(String name, List<String> examples) {
		return "{\"name\": \"%s\", \"examples\": [%s]}".formatted(name, String.join(", ", examples));
	}

	private List<String> examples(int ofEach) {
		return IntStream.range(0, ofEach)
			.boxed()
			.flatMap((i) -> Stream.of(example("red", "red"), example("blue", "blue")))
			.collect(Collectors.toList());
	}

	private static String example(String label, String colour) {
		return "{\"label\": \"%s\", \"picture\": \"%s\"}".formatted(label, ColouredPixel.base64(colour));
	}

	private static String detail(HttpResponse<byte[]> refused) {
		assertThat(refused.statusCode()).isEqualTo(400);
		return RunningService.json(refused).at("/detail").asString();
	}

	private HttpResponse<byte[]> post(String path, String body) {
		return this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

}
