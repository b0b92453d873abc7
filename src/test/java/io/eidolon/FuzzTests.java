package io.eidolon;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that nothing a client sends makes the service fail. 20,000 requests are sent with
 * {@code -Deidolon.fuzz.requests=20000}, others with {@code -Deidolon.fuzz.seed=1}.
 */
@ServiceTest
class FuzzTests {

	private static final int REQUESTS = Integer.getInteger("eidolon.fuzz.requests", 1600);

	private static final int SEED = Integer.getInteger("eidolon.fuzz.seed", 42);

	private static final List<String> FIELDS = List.of("model", "version", "count", "seed", "seeds", "latents",
			"truncation", "label", "format", "scale", "columns", "version", "other", "\\ud800", "a.b/c~d");

	private static final List<String> VALUES = List.of("1", "0", "-1", "64", "65", "1.5", "1e999", "-1e999",
			"1e99999999999", "4294967295", "4294967296", "99999999999999999999999", "\"\"", "\"peeps\"", "\"fashion\"",
			"\"Bag\"", "\"NaN\"", "\"webp\"", "\"\\u0000\"", "\"\\udfff\"", "\"..\"", "null", "true", "[]", "{}", "[1]",
			"[0,0,4,4]", "\"colour\"", "\"sketch\"", "\"keep\"", "\"#123456\"", "[1,2,3,4,5,6,7,8]", "[null]", "[[]]",
			"[[1,2]]", "[[1,2,3,4,5,6,7,8]]", "[[3e38,2,3,4,5,6,7,-3e38]]", "[1,1,1]", "NaN", "'x'", "01", "[[[1]]]",
			"\"\uD83D\uDE00\"");

	private static final List<String> ACCEPTS = List.of("*/*", "application/json", "image/*", "image/png", "image/jpeg",
			"image/webp", "application/zip", "text/html", "garbage", ";", "image/png;q=0", "*/*;q=x",
			"image/png;q=0.1,image/webp", "image/gif", "image/apng");

	private static final List<String> EDIT_FIELDS = List.of("model", "seed", "latent", "label", "candidates", "starts",
			"steps", "smoothness", "prior", "searchSeed", "frames", "format", "scale", "picture", "loss");

	private static final List<String> CONSTRAINT_FIELDS = List.of("type", "mask", "box", "colour", "by", "weight");

	private static final List<String> SEARCH_ACCEPTS = List.of("*/*", "application/json", "text/event-stream",
			"image/png", "garbage");

	private static final List<String> RECOGNITION_PATHS = List.of("/features", "/classify", "/anomalies",
			"/models/peeps/probes", "/models/nobody/probes", "/interpolate");

	private static final List<String> RECOGNITION_FIELDS = List.of("model", "version", "space", "input", "by", "probe",
			"steps", "reconstructions", "detector", "picture", "threshold", "name", "examples", "latents", "method",
			"loop");

	private static final String PICTURE = "\"iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR42mM8oWHDgA0wMeAAg1MCAO+cATyny4CLAAAAAElFTkSuQmCC\"";

	private static final List<String> RECOGNITION_VALUES = List.of(PICTURE, "[" + PICTURE + "]",
			"[" + PICTURE + ",\"AAAA\"]", "[{\"label\":\"a\",\"picture\":" + PICTURE + "}]", "[{}]", "\"imagenet\"",
			"\"discriminator\"", "\"latent\"", "\"probe\"", "\"synthesis\"", "\"a-name\"", "\"../x\"", "\"A B\"");

	private static final List<String> BODY_TYPES = List.of("application/json", "multipart/form-data",
			"multipart/form-data; boundary=x", "text/plain");

	private static final List<String> PARAMETERS = List.of("model", "from", "to", "seeds", "steps", "method", "loop",
			"truncation", "label", "scale", "fps", "format", "version", "seeds[0]", "class");

	private static final List<String> TEXTS = List.of("1", "2", "8", "0", "-1", "120", "1.5", "NaN", "1e999", "", "%20",
			"1,2", "1,,2", "x", "slerp", "linear", "true", "gif", "png", "zip", "json", "webp", "apng", "peeps",
			"fashion", "Bag", "%00", "%ED%A0%80", "%F0%9F%98%80", "4294967296");

	private static final List<String> PATHS = List.of("/interpolate", "/models/peeps/samples/7.png",
			"/models/fashion/samples/%s.jpg", "/models/%s/samples/1.webp", "/models/peeps/samples/1.%s", "/models/%s",
			"/models/%s/preview.png", "/%s", "/models/peeps/%s");

	private static final List<String> TAGS = List.of("*", "\"", "\"x\"", "W/\"x\"", "x", ",", "\"a\", \"b");

	private static final List<String> TIMEOUTS = List.of("30", "1.5", "0.001", "0", "-1", "NaN", "1e999", "30s", "31",
			"x", "");

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "OPTIONS");

	@LocalServerPort
	int port;

	private final Random random = new Random(SEED);

	@Test
	void noBodyMakesTheServiceFail() {
		for (int i = 0; i < REQUESTS / 4; i++) {
			String body = body();
			String accept = any(ACCEPTS);
			String timeout = any(TIMEOUTS);
			survives(body + " as " + accept + " within " + timeout,
					request("/generate", "Content-Type", "application/json", "Accept", accept, "X-Request-Timeout",
							timeout)
						.POST(BodyPublishers.ofString(body)));
		}
	}

	@Test
	void noEditMakesTheServiceFail() {
		for (int i = 0; i < REQUESTS / 8; i++) {
			String constraint = object(CONSTRAINT_FIELDS);
			String body = object(EDIT_FIELDS);
			String separator = (body.length() > 2) ? "," : "";
			String edit = "{\"constraints\":[%s]%s%s".formatted(constraint, separator, body.substring(1));
			survives(edit, request("/edit", "Content-Type", "application/json", "Accept", any(SEARCH_ACCEPTS))
				.POST(BodyPublishers.ofString(edit)));
			survives(body, request("/project", "Content-Type", any(BODY_TYPES), "Accept", any(SEARCH_ACCEPTS))
				.POST(BodyPublishers.ofString(body)));
		}
	}

	private String object(List<String> fields) {
		return object(fields, VALUES);
	}

	private String object(List<String> fields, List<String> values) {
		StringBuilder object = new StringBuilder("{");
		for (int n = this.random.nextInt(5); n > 0; n--) {
			object.append('"').append(any(fields)).append("\":").append(any(values)).append((n > 1) ? "," : "");
		}
		return object.append('}').toString();
	}

	@Test
	void nothingToRecogniseMakesTheServiceFail() {
		for (int i = 0; i < REQUESTS / 8; i++) {
			String path = any(RECOGNITION_PATHS);
			String body = object(RECOGNITION_FIELDS, this.random.nextBoolean() ? VALUES : RECOGNITION_VALUES);
			survives(path + " " + body, request(path, "Content-Type", any(BODY_TYPES), "Accept", any(ACCEPTS))
				.POST(BodyPublishers.ofString(body)));
		}
	}

	@Test
	@Timeout(3600)
	void noBytesMakeTheServiceFail() throws IOException {
		List<String> sound = List.of(
				"POST /generate HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
						+ "Content-Length: 11\r\n\r\n{\"seed\": 1}",
				"POST /generate HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
						+ "Transfer-Encoding: chunked\r\n\r\n4;a=b\r\n{\"se\r\n7\r\ned\": 1}\r\n0\r\nX: y\r\n\r\n",
				"POST /project HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 60\r\n"
						+ "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
						+ "Content-Disposition: form-data; name=\"steps\"\r\n\r\n1\r\n--x--",
				"GET /models/peeps/samples/7.png?scale=2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nRange: bytes=0-5\r\n"
						+ "If-None-Match: \"x\"\r\nCookie: a=b\r\nAccept-Language: de\r\nOrigin: http://a\r\n\r\n",
				"GET /livez HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n"
						+ "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
		for (int i = 0; i < REQUESTS / 8; i++) {
			String damaged = damaged(any(sound));
			try (RawConnection connection = new RawConnection(this.port)) {
				String answer = connection.send(damaged).end().readAll();
				assertThat(answer).as(damaged).doesNotContain("\tat ", "Exception");
				if (answer.startsWith("HTTP/1.1 5")) {
					assertThat(answer).as(damaged).containsPattern("^HTTP/1.1 (501|503|504|505) ");
				}
			}
			catch (SocketException ex) {
				// It was closed before all was read.
			}
		}
		assertThat(new RunningService(this.port).get("/livez").statusCode()).isEqualTo(200);
	}

	private String damaged(String sound) {
		StringBuilder damaged = new StringBuilder(sound);
		for (int n = 1 << this.random.nextInt(4); n > 0; n--) {
			int at = this.random.nextInt(damaged.length());
			switch (this.random.nextInt(4)) {
				case 0 -> damaged.setCharAt(at, (char) this.random.nextInt(256));
				case 1 -> damaged.deleteCharAt(at);
				case 2 -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 40)));
				default -> damaged.insert(at, (char) this.random.nextInt(256));
			}
		}
		return damaged.toString();
	}

	@Test
	void noUrlMakesTheServiceFail() {
		for (int i = 0; i < REQUESTS / 4; i++) {
			StringBuilder url = new StringBuilder(any(PATHS).formatted(any(TEXTS)));
			url.append(this.random.nextBoolean() ? "?from=1&to=2&steps=2" : "?seeds=3,4&steps=2");
			for (int n = this.random.nextInt(3); n > 0; n--) {
				url.append('&')
					.append(any(PARAMETERS).replace("[", "%5B").replace("]", "%5D"))
					.append('=')
					.append(any(TEXTS));
			}
			survives(url.toString(),
					request(url.toString(), "Accept", any(ACCEPTS), "If-None-Match", any(TAGS), "Range", "bytes=9-3")
						.method((this.random.nextInt(4) > 0) ? "GET" : any(METHODS), BodyPublishers.noBody()));
		}
	}

	private void survives(String what, HttpRequest.Builder request) {
		HttpResponse<byte[]> response = new RunningService(this.port).send(request);
		assertThat(response.statusCode()).as(what)
			.satisfies((status) -> assertThat(status < 500 || status == 503 || status == 504).isTrue());
		assertThat(new String(response.body(), StandardCharsets.ISO_8859_1)).as(what)
			.doesNotContain("\tat ", "Exception");
	}

	// Mostly JSON, with some of it cut off, doubled or replaced.
	private String body() {
		StringBuilder body = new StringBuilder("{");
		for (int n = this.random.nextInt(4); n > 0; n--) {
			body.append('"').append(any(FIELDS)).append("\":").append(any(VALUES)).append((n > 1) ? "," : "");
		}
		body.append('}');
		switch (this.random.nextInt(8)) {
			case 0 -> body.setLength(this.random.nextInt(body.length()));
			case 1 -> body.setCharAt(this.random.nextInt(body.length()), (char) this.random.nextInt(0x200));
			case 2 -> body.append(body);
			default -> {
				// As it is.
			}
		}
		return body.toString();
	}

	private HttpRequest.Builder request(String path, String... headers) {
		return new RunningService(this.port).request(path, headers);
	}

	private String any(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
