package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static tools.jackson.databind.node.JsonNodeType.ARRAY;
import static tools.jackson.databind.node.JsonNodeType.STRING;

/** The Open Inference Protocol over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenInferenceTests {

	private static final int SIDE = 8;

	private static final String ZEROS = "[0, 0, 0, 0, 0, 0, 0, 0]";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	static Path models;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> {
			TinyGenerators.add(TinyGenerators.write(models, "described", SIDE, 1), ModelFiles.DISCRIMINATOR,
					greatestAndMean());
			TinyGenerators.writePrompted(models, "worded", SIDE, 1, "man", "woman");
			TinyGenerators.write(models, "labelled", SIDE, 1, "one", "other");
			return models.toString();
		});
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void theServiceSaysWhatItIs() {
		assertThat(this.service.get("/v2/health/live").statusCode()).isEqualTo(200);
		assertThat(this.service.get("/v2/health/ready").statusCode()).isEqualTo(200);
		for (String path : List.of("/v2", "/v2/")) {
			JsonNode server = RunningService.json(this.service.get(path));
			assertThat(server.at("/name").asString()).isEqualTo("eidolon");
			assertThat(server.at("/extensions").toString()).isEqualTo("[\"binary_tensor_data\"]");
		}
	}

	@Test
	void aModelSaysWhichTensorsItTakesAndMakes() {
		assertThat(this.service.get("/v2/models/described/versions/1/ready").statusCode()).isEqualTo(200);
		JsonNode model = RunningService.json(this.service.get("/v2/models/worded"));
		assertThat(model).isEqualTo(RunningService.json(this.service.get("/v2/models/worded/versions/1")));
		assertThat(model.at("/inputs").toString()).isEqualTo("[{\"name\":\"z\",\"datatype\":\"FP32\",\"shape\":[-1,8]},"
				+ "{\"name\":\"prompt\",\"datatype\":\"BYTES\",\"shape\":[-1]},"
				+ "{\"name\":\"sentence\",\"datatype\":\"FP32\",\"shape\":[-1,384]}]");
		assertThat(model.at("/outputs").toString())
			.isEqualTo("[{\"name\":\"image\",\"datatype\":\"UINT8\",\"shape\":[-1,8,8,1]}]");
		assertThat(model.at("/platform").asString()).isEqualTo("onnx_onnxv1");
		assertThat(RunningService.json(this.service.get("/v2/models/described.discriminator")).at("/inputs"))
			.isEqualTo(model.at("/outputs"));
	}

	/**
	 * What the protocol's OpenAPI document (open_inference_rest.yaml) requires of
	 * answers.
	 */
	@Test
	void answersHaveWhatTheProtocolRequires() {
		assertKinds(RunningService.json(this.service.get("/v2/")),
				Map.of("name", STRING, "version", STRING, "extensions", ARRAY));
		JsonNode model = RunningService.json(this.service.get("/v2/models/described/versions/1"));
		assertKinds(model,
				Map.of("name", STRING, "versions", ARRAY, "platform", STRING, "inputs", ARRAY, "outputs", ARRAY));
		assertThat(Stream.concat(model.at("/inputs").valueStream(), model.at("/outputs").valueStream()))
			.allSatisfy((tensor) -> assertKinds(tensor, Map.of("name", STRING, "datatype", STRING, "shape", ARRAY)));
		JsonNode inferred = infer("described/versions/1", input("z", "FP32", "[1, 8]", ZEROS));
		assertKinds(inferred, Map.of("model_name", STRING, "model_version", STRING, "outputs", ARRAY));
		assertThat(inferred.at("/outputs").valueStream()).allSatisfy((output) -> {
			assertKinds(output, Map.of("name", STRING, "shape", ARRAY, "datatype", STRING, "data", ARRAY));
			assertThat(output.at("/shape").valueStream()).allMatch(JsonNode::isInt);
			assertThat(output.at("/data").valueStream()).allMatch(JsonNode::isNumber);
		});
		assertKinds(RunningService.json(post("described", "{}")), Map.of("error", STRING));
	}

	private static void assertKinds(JsonNode answer, Map<String, JsonNodeType> kinds) {
		kinds.forEach((field, kind) -> assertThat(answer.path(field).getNodeType()).as(field).isEqualTo(kind));
	}

	@Test
	void aLatentMakesThePictureThatItMakesElsewhere() {
		byte[] image = bytes(infer("described", input("z", "FP32", "[1, 8]", ZEROS)).at("/outputs/0/data"));
		assertThat(image).isEqualTo(samples("described", "\"latents\": [%s]".formatted(ZEROS)));
		JsonNode nested = infer("described", input("z", "FP32", "[2, 8]", "[%s, %s]".formatted(ZEROS, ZEROS)));
		assertThat(nested.at("/outputs/0/shape").toString()).isEqualTo("[2,8,8,1]");
		assertThat(bytes(nested.at("/outputs/0/data"))).startsWith(image).endsWith(image);
	}

	@Test
	void wordsAndLabelsDecideWhatALatentBecomes() {
		String z = input("z", "FP32", "[1, 8]", ZEROS);
		assertThat(
				bytes(infer("worded", z + ", " + input("prompt", "BYTES", "[1]", "[\"a man\"]")).at("/outputs/0/data")))
			.isEqualTo(samples("worded", "\"latents\": [%s], \"prompt\": \"a man\"".formatted(ZEROS)))
			.isNotEqualTo(bytes(infer("worded", z).at("/outputs/0/data")));
		assertThat(bytes(infer("labelled", z + ", " + input("label", "INT64", "[1]", "[1]")).at("/outputs/0/data")))
			.isEqualTo(samples("labelled", "\"latents\": [%s], \"label\": 1".formatted(ZEROS)))
			.isNotEqualTo(bytes(infer("labelled", z).at("/outputs/0/data")));
	}

	@Test
	void tensorsComeAndGoInBinary() throws IOException {
		byte[] latent = new byte[8 * Float.BYTES];
		ByteBuffer.wrap(latent).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f);
		byte[] json = """
				{"id": "42", "parameters": {"binary_data_output": true},
				 "inputs": [{"name": "z", "datatype": "FP32", "shape": [1, 8], "parameters": {"binary_data_size": 32}}]}"""
			.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.write(json);
		body.write(latent);
		HttpResponse<byte[]> answer = this.service.send(this.service
			.request("/v2/models/described/infer", "Content-Type", "application/octet-stream",
					"Inference-Header-Content-Length", Integer.toString(json.length))
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
		assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
		int length = Integer.parseInt(answer.headers().firstValue("Inference-Header-Content-Length").orElseThrow());
		String text = new String(answer.body(), 0, length, StandardCharsets.UTF_8);
		assertThat(text).isEqualTo(
				"{\"model_name\":\"described\",\"model_version\":\"1\",\"id\":\"42\",\"outputs\":[{\"name\":\"image\","
						+ "\"shape\":[1,8,8,1],\"datatype\":\"UINT8\",\"parameters\":{\"binary_data_size\":64}}]}");
		assertThat(Arrays.copyOfRange(answer.body(), length, answer.body().length))
			.isEqualTo(samples("described", "\"latents\": [[1.5, 0, 0, 0, 0, 0, 0, 0]]"));
	}

	@Test
	void anImageGoesIntoTheNetworkThatComesWithItsModel() {
		byte[] image = samples("described", "\"seed\": 5");
		JsonNode answer = infer("described.discriminator",
				input("image", "UINT8", "[1, 8, 8, 1]", Arrays.toString(unsigned(image))));
		assertThat(answer.at("/outputs/0/shape").toString()).isEqualTo("[1,2]");
		int greatest = Arrays.stream(unsigned(image)).max().orElseThrow();
		assertThat(answer.at("/outputs/0/data/0").asDouble() * 127.5 + 127.5).isBetween(greatest - 1.0, greatest + 1.0);
	}

	@Test
	void theClientOfTritonFindsWhatItExpects() throws IOException, InterruptedException {
		Process client = ChildJvm
			.with("-Xmx256m", "-cp", "target/triton/java-api.jar", "src/test/triton/Infer.java",
					"localhost:" + this.service.port())
			.start();
		String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(client.waitFor()).as(output).isZero();
		byte[] both = new byte[2 * SIDE * SIDE];
		System.arraycopy(samples("described", "\"latents\": [%s]".formatted(ZEROS)), 0, both, 0, SIDE * SIDE);
		System.arraycopy(samples("described", "\"latents\": [[1, 1, 1, 1, 1, 1, 1, 1]]"), 0, both, SIDE * SIDE,
				SIDE * SIDE);
		assertThat(output).contains("images " + Base64.getEncoder().encodeToString(both))
			.contains("json UINT8 128")
			.containsPattern("features \\[-?\\d");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					none | {"inputs": []} | 404 | model (none) must be one of described, labelled, worded
					worded.encoder | {"inputs": []} | 404 | The model worded comes without encoder.onnx
					described | { | 400 | body must be JSON of the Open Inference Protocol
					described | {} | 400 | inputs must be given: the tensors that go in
					described | {"inputs": []} | 400 | inputs must be tensors, of which one is z
					described | {"inputs": [{"name": "z", "datatype": "FP64", "shape": [1, 8], "data": [1]}]} | 400 | z (FP64) must be one of
					described | {"inputs": [{"name": "z", "datatype": "INT64", "shape": [1, 8], "data": [1]}]} | 400 | z (INT64) must be FP32
					described | {"inputs": [{"name": "z", "datatype": "FP32", "shape": [1, 7], "data": [1]}]} | 400 | z (shape [1, 7]) must be of shape [-1, 8]
					described | {"inputs": [{"name": "z", "datatype": "FP32", "shape": [1, 8], "data": [1]}]} | 400 | z (1 elements) must be as many as its shape [1, 8] says
					described | {"inputs": [{"name": "z", "datatype": "FP32", "shape": [0, 8], "data": []}]} | 400 | z (shape [0, 8]) must be of at least one row
					described | {"inputs": [{"name": "z", "datatype": "FP32", "shape": [1, 8], "data": ["a"]}]} | 400 | z (a) must be numbers
					described | {"inputs": [{"name": "z", "datatype": "FP32", "shape": [1, 8], "parameters": {"binary_data_size": 32}}]} | 400 | binary_data_size (32) must be at most 0, which is all that is left
					described | {"inputs": [{"name": "w", "datatype": "FP32", "shape": [1, 8], "data": [1]}]} | 400 | inputs (w) must be one of [z]
					""")
	void whatIsWrongIsSaidInASentence(String model, String body, int status, String error) {
		HttpResponse<byte[]> answer = post(model, body);
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		JsonNode said = RunningService.json(answer);
		assertThat(said.propertyNames()).containsExactly("error");
		assertThat(said.at("/error").asString()).startsWith(error);
	}

	@Test
	void moreRowsThanPicturesAreRefused() {
		String z = input("z", "FP32", "[65, 8]", "[" + String.join(", ", Collections.nCopies(65, ZEROS)) + "]");
		HttpResponse<byte[]> answer = post("described", "{\"inputs\": [%s]}".formatted(z));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(answer).at("/error").asString())
			.isEqualTo("z (65 items) must be between 1 and 64 items");
	}

	private JsonNode infer(String model, String inputs) {
		HttpResponse<byte[]> answer = post(model, "{\"inputs\": [%s]}".formatted(inputs));
		assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
		return RunningService.json(answer);
	}

	private HttpResponse<byte[]> post(String model, String body) {
		return this.service
			.send(this.service.request("/v2/models/%s/infer".formatted(model), "Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

	private static String input(String name, String datatype, String shape, String data) {
		return "{\"name\": \"%s\", \"datatype\": \"%s\", \"shape\": %s, \"data\": %s}".formatted(name, datatype, shape,
				data);
	}

	/** The pixels that POST /generate answers with. */
	private byte[] samples(String model, String properties) {
		byte[] png = this.service.generate("{\"model\": \"%s\", %s}".formatted(model, properties), "image/png").body();
		try {
			BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
			int[] levels = image.getRaster().getPixels(0, 0, SIDE, SIDE, (int[]) null);
			byte[] samples = new byte[levels.length];
			for (int i = 0; i < samples.length; i++) {
				samples[i] = (byte) levels[i];
			}
			return samples;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int[] unsigned(byte[] samples) {
		int[] levels = new int[samples.length];
		for (int i = 0; i < levels.length; i++) {
			levels[i] = samples[i] & 0xFF;
		}
		return levels;
	}

	private static byte[] bytes(JsonNode data) {
		byte[] bytes = new byte[data.size()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) data.get(i).asInt();
		}
		return bytes;
	}

	/** The greatest pixel and the mean: image (N, 1, 8, 8) to (N, 2). */
	private static byte[] greatestAndMean() {
		GraphBuilder graph = new GraphBuilder("discriminator", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value both = graph.node("Concat",
				List.of(graph.node("GlobalMaxPool", List.of(image)), graph.node("GlobalAveragePool", List.of(image))),
				Attribute.integer("axis", 1));
		graph.output(graph.node("Flatten", List.of(both)), PortNames.FEATURES, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(2));
		return graph.build();
	}

}
