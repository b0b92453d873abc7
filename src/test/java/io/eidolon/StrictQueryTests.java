package io.eidolon;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Queries are read as JSON is, in any language of the machine; clients of HTTP/2 are
 * heard.
 */
@Timeout(120)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.inference.workers=1", "server.http2.enabled=true" })
@Tag("foreign")
class StrictQueryTests {

	@TempDir
	static Path models;

	@Autowired
	ModelRegistry registry;

	@Autowired
	MeterRegistry meters;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/models/peeps/samples/1.png?truncaton=0.5   | truncaton  | Unknown parameter
			/models/peeps/samples/1.png?scale=2&scale=3 | scale      | Invalid parameter
			/models/peeps/samples/1.png?scale=          | scale      | Invalid parameter
			/models/peeps/samples/1.png?scale=%2B2      | scale      | Invalid parameter
			/models/peeps/samples/1.png?scale=02        | scale      | Invalid parameter
			/models/peeps/samples/1.png?truncation=.5   | truncation | Invalid parameter
			/models/peeps/samples/%2B1.png              | seed       | Invalid parameter
			/models/peeps/samples/01.png                | seed       | Invalid parameter
			/models/peeps/samples/-0.png                | seed       | Invalid parameter
			/models/peeps/samples/%D9%A1.png            | seed       | Invalid parameter
			/interpolate?from=1&to=5&frames=10          | frames     | Unknown parameter
			/interpolate?from=1&to=5&format=PNG         | format     | Invalid parameter
			/models/peeps/directions?vectors=TRUE       | vectors    | Invalid parameter
			/models?x=1                                 | x          | Unknown parameter
			/models/peeps/samples/1.png;v=1             | ;v=1       | Unknown parameter
			""")
	void whatJsonWouldNotTakeIsRefused(String path, String field, String title) {
		HttpResponse<byte[]> response = new RunningService(this.port).get(path);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/field").asString()).isEqualTo(field);
		assertThat(RunningService.json(response).at("/title").asString()).isEqualTo(title);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/project  | colour  | red  | one of format, label, loss, model, picture, prompt
			/project  | fields  | x    | one of format, label, loss, model, picture, prompt
			/features | steps   | 2    | one of model, picture, space, version
			""")
	void aFieldOfAFormThatNobodyReadsIsRefused(String path, String field, String value, String allowed) {
		RunningService service = new RunningService(this.port);
		String body = """
				--part\r
				Content-Disposition: form-data; name="%s"\r
				\r
				%s\r
				--part--\r
				""".formatted(field, value);
		HttpResponse<byte[]> response = service
			.send(service.request(path, "Content-Type", "multipart/form-data; boundary=part")
				.POST(BodyPublishers.ofString(body)));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/field").asString()).isEqualTo(field);
		assertThat(RunningService.json(response).at("/allowed").asString()).startsWith(allowed);
	}

	@Test
	void ofTwoFilesForOnePictureNoneIsTaken() {
		RunningService service = new RunningService(this.port);
		String part = """
				--part\r
				Content-Disposition: form-data; name="picture"; filename="%s.png"\r
				\r
				x\r
				""";
		HttpResponse<byte[]> response = service
			.send(service.request("/project", "Content-Type", "multipart/form-data; boundary=part")
				.POST(BodyPublishers.ofString(part.formatted("one") + part.formatted("two") + "--part--\r\n")));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString())
			.isEqualTo("picture (one.png, two.png) must be given once");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "X-Request-Timeout, +5", "X-Request-Timeout, 05", "X-Request-Timeout, .5",
					"X-Request-Timeout, 5s", "X-Request-Timeout, \"5, 6\"", "Accept, picture",
					"Accept, image/png;q=2" })
	void aHeaderThatCannotBeReadIsNamed(String header, String value) {
		RunningService service = new RunningService(this.port);
		HttpResponse<byte[]> response = service.send(service.request("/interpolate?from=1&to=2", header, value).GET());
		assertThat(response.statusCode()).isBetween(400, 406);
		assertThat(RunningService.json(response).at("/field").asString()).isEqualTo(header);
		assertThat(RunningService.json(response).at("/value").asString()).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource({ "/models/peeps/samples/1.png?scale=2&truncation=0.5", "/models?", "/interpolate?from=1&to=5&steps=2" })
	void whatIsRightIsServed(String path) {
		assertThat(new RunningService(this.port).get(path).statusCode()).isEqualTo(200);
	}

	@Test
	void digitsAreThoseOfAsciiInAnyLanguage() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			HttpResponse<byte[]> response = new RunningService(this.port).get("/models/peeps/samples/-1.png");
			assertThat(RunningService.json(response).at("/detail").asString())
				.isEqualTo("seed (-1) must be a whole number between 0 and 4294967295");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void aClientOfHttp2ThatHangsUpTakesItsWorkAlong() throws IOException {
		Lease lease = this.registry.lease("peeps", null).future().join();
		HeldWorker worker = HeldWorker.of(lease.generator());
		double before = abandoned();
		try (Socket socket = new Socket("localhost", this.port)) {
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			frame(out, 4, 0, 0, new byte[0]);
			frame(out, 1, 4, 1, headers(List.of(":method", "POST", ":scheme", "http", ":path", "/generate",
					":authority", "localhost", "accept", "image/png", "content-type", "application/json")));
			frame(out, 0, 1, 1, "{}".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 1);
		}
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> abandoned() == before + 1);
		worker.release();
		lease.close();
	}

	// Length, type, flags, stream and payload; see RFC 9113, section 4.1.
	private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
			throws IOException {
		out.writeByte(0);
		out.writeShort(payload.length);
		out.writeByte(type);
		out.writeByte(flags);
		out.writeInt(stream);
		out.write(payload);
	}

	// Literals that are not indexed, with names of their own; see RFC 7541, section
	// 6.2.2.
	private static byte[] headers(List<String> fields) {
		var bytes = new ByteArrayOutputStream();
		for (int i = 0; i < fields.size(); i++) {
			if (i % 2 == 0) {
				bytes.write(0);
			}
			byte[] text = fields.get(i).getBytes(StandardCharsets.US_ASCII);
			bytes.write(text.length);
			bytes.writeBytes(text);
		}
		return bytes.toByteArray();
	}

	private double waiting() {
		return this.meters.get("eidolon.queue.depth").tag("model", "peeps").gauge().value();
	}

	private double abandoned() {
		return this.meters.get("eidolon.requests.abandoned").counter().count();
	}

}
