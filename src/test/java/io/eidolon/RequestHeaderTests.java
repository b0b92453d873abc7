package io.eidolon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what headers and forms ask for to RFC 9110, and refusals to field and remedy. */
@Tag("foreign")
@ServiceTest
class RequestHeaderTests {

	private static final String SAMPLE = "/models/peeps/samples/7.png";

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "GZIP", "br", "deflate, gzip" })
	void aBodyThatIsCompressedIsRefusedForThat(String encoding) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			out.write("{}".getBytes(StandardCharsets.UTF_8));
		}
		HttpResponse<byte[]> refused = this.service
			.send(this.service.request("/generate", "Content-Type", "application/json", "Content-Encoding", encoding)
				.POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
		assertThat(refused.statusCode()).isEqualTo(415);
		assertThat(refused.headers().firstValue("Accept-Encoding")).contains("identity");
		isProblem(refused, "Content-Encoding", "left out, as bodies are read as they are");
	}

	@Test
	void aBodyThatIsSentAsItIsMaySaySo() {
		assertThat(this.service
			.send(this.service.request("/generate", "Content-Type", "application/json", "Content-Encoding", "identity")
				.POST(BodyPublishers.ofString("{}")))
			.statusCode()).isEqualTo(200);
	}

	@Test
	void aClientMaySpeakAnyNumberOfLanguages() {
		String many = "de, ".repeat(1000) + "en";
		assertThat(this.service.get(SAMPLE, "Accept-Language", many).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "If-Match,'\"other\"',412", "If-Match,W/TAG,412", "If-Match,other,412", "If-Match,TAG,200",
			"If-Match,'\"other\", TAG',200", "If-Match,*,200", "If-None-Match,TAG,304", "If-None-Match,W/TAG,304",
			"If-None-Match,*,304", "If-None-Match,'\"other\"',200", "If-None-Match,other,200" })
	void aPictureIsSentUnderTheConditionsOfItsClient(String header, String value, int status) {
		String tag = this.service.get(SAMPLE).headers().firstValue("ETag").orElseThrow();
		HttpResponse<byte[]> answer = this.service.get(SAMPLE, header, value.replace("TAG", tag));
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 412) {
			isProblem(answer, "If-Match", "left out, or " + tag);
		}
	}

	@Test
	void aPictureThatTheClientHasIsNotSentWhereItAlsoMustBeThat() {
		String tag = this.service.get(SAMPLE).headers().firstValue("ETag").orElseThrow();
		assertThat(this.service.get(SAMPLE, "If-Match", tag, "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(this.service.get(SAMPLE, "If-Match", "\"other\"", "If-None-Match", tag).statusCode()).isEqualTo(412);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "image/gif", "image/png", "application/zip" })
	void anAnswerThatDependsOnAcceptSaysSo(String accept) {
		assertThat(this.service.get("/interpolate?from=1&to=5&steps=2", "Accept", accept).headers().firstValue("Vary"))
			.contains("Accept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32" })
	void nullIsRefusedInEveryEncoding(String charset) {
		HttpResponse<byte[]> refused = this.service
			.send(this.service.request("/generate", "Content-Type", "application/json")
				.POST(BodyPublishers.ofByteArray("{\"label\": null}".getBytes(Charset.forName(charset)))));
		assertThat(refused.statusCode()).isEqualTo(400);
		isProblem(refused, "label", "given or left out");
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/generate,'GET, POST'", "DELETE,/models,GET", "TRACE,/generate,'GET, POST'",
			"TRACE,/models/peeps,GET", "FOO,/models,GET", "TRACE,/studio/api.js,'GET, HEAD'" })
	void aMethodThatIsNotThereIsAnsweredWithThoseThatAre(String method, String path, String allowed)
			throws IOException {
		try (RawConnection connection = new RawConnection(this.service.port())) {
			assertThat(connection
				.send("%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(method, path))
				.readAll()).startsWith("HTTP/1.1 405")
				.contains("\r\nAllow: " + allowed + "\r\n", "\"instance\":\"" + path + "\"",
						"\"detail\":\"method (%s) must be one of %s\"".formatted(method, allowed),
						"\"value\":\"%s\"".formatted(method));
		}
	}

	@Test
	void aFormWithoutItsPictureIsToldWhatIsMissing() {
		isProblem(form("model", "peeps".getBytes(StandardCharsets.UTF_8), 400), "picture",
				"given, as a part of the form");
	}

	@Test
	void aFormThatIsTooLargeIsToldHowLargeItMayBe() {
		HttpResponse<byte[]> refused = form("picture", new byte[11 << 20], 413);
		isProblem(refused, "body", "of at most 10485760 bytes");
	}

	@Test
	void aFormOfManyPartsIsToldHowManyThereMayBe() {
		String more = "\r\n--x\r\nContent-Disposition: form-data; name=\"steps\"\r\n\r\n1".repeat(100);
		isProblem(form("picture", more.getBytes(StandardCharsets.UTF_8), 413), "body", "of at most 100 parts");
	}

	private HttpResponse<byte[]> form(String part, byte[] data, int status) {
		byte[] head = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
			.formatted(part, part.equals("picture") ? "; filename=\"p\"" : "")
			.getBytes(StandardCharsets.UTF_8);
		byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(head);
		body.writeBytes(data);
		body.writeBytes(tail);
		HttpResponse<byte[]> answer = this.service
			.send(this.service.request("/project", "Content-Type", "multipart/form-data; boundary=x")
				.POST(BodyPublishers.ofByteArray(body.toByteArray())));
		assertThat(answer.statusCode()).isEqualTo(status);
		return answer;
	}

	private static void isProblem(HttpResponse<byte[]> answer, String field, String allowed) {
		JsonNode problem = RunningService.json(answer);
		assertThat(problem.at("/field").asString()).isEqualTo(field);
		assertThat(problem.at("/allowed").asString()).isEqualTo(allowed);
		assertThat(problem.at("/detail").asString()).contains(field, allowed);
	}

}
