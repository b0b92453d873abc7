package io.eidolon;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that pages of an origin that is allowed can read why they were refused, also
 * where no controller was reached.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.web.allowed-origins=https://studio.example.org", "eidolon.server.stall-timeout=2s",
				"eidolon.server.bodies-in-flight=300KB", "eidolon.edit.max-upload=200KB" })
@Timeout(60)
class OtherOriginsTests {

	private static final String ORIGIN = "https://studio.example.org";

	@TempDir
	static Path models;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /models/%zz HTTP/1.1", "GET /models|x HTTP/1.1", "CONNECT localhost:80 HTTP/1.1",
			"TRACE / HTTP/1.1", "PUT /generate HTTP/1.1", "DELETE /models HTTP/1.1", "GET /nothing HTTP/1.1" })
	void aRequestLineThatIsRefused(String line) throws IOException {
		isReadable(ask(line + "\r\nHost: localhost\r\nOrigin: " + ORIGIN + "\r\nConnection: close\r\n\r\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Expect: foo", "Transfer-Encoding: xchunked", "Content-Length: -2" })
	void aHeaderThatIsRefused(String header) throws IOException {
		isReadable(ask("GET /livez HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\n%s\r\nConnection: close\r\n\r\n"
			.formatted(ORIGIN, header)));
	}

	@Test
	void aBodyThatStalls() throws IOException {
		String answer = ask(head("/generate", 100) + "\r\n{\"a");
		assertThat(answer).startsWith("HTTP/1.1 408 ");
		isReadable(answer);
	}

	@Test
	void aBodyThatIsTooLarge() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			String answer = connection.send(head("/generate", 2 << 20) + "\r\n{").readHead();
			assertThat(answer).startsWith("HTTP/1.1 413 ");
			isReadable(answer);
		}
	}

	@Test
	void aBodyThatFindsNoMemory() throws IOException {
		try (RawConnection first = new RawConnection(this.port); RawConnection second = new RawConnection(this.port)) {
			// It is told to send once it has room.
			first.send(head("/project", 140_000) + "Expect: 100-continue\r\n\r\n");
			assertThat(first.readHead()).startsWith("HTTP/1.1 100 ");
			String answer = second.send(head("/project", 140_000) + "\r\n").readHead();
			assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
			isReadable(answer);
		}
	}

	@Test
	void aPageThatIsNotAllowedIsNotHelpedToRead() throws IOException {
		String answer = ask(head("/generate", 2).replace(ORIGIN, "https://evil.example.org") + "\r\n{}");
		assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control").contains("Vary: Origin");
	}

	@Test
	void whatIsCachedDependsOnTheOrigin() throws IOException {
		assertThat(ask("GET /models/peeps/samples/7.png HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
			.contains("Vary: Origin");
	}

	@Test
	void aPreflightIsAnsweredForAnHour() throws IOException {
		assertThat(ask(("OPTIONS /generate HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\n"
				+ "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n"
				+ "Connection: close\r\n\r\n")
			.formatted(ORIGIN))).startsWith("HTTP/1.1 200 ")
			.contains("Access-Control-Allow-Origin: " + ORIGIN, "Access-Control-Allow-Headers: content-type",
					"Access-Control-Max-Age: 3600");
	}

	private static void isReadable(String answer) {
		assertThat(answer).doesNotStartWith("HTTP/1.1 200")
			.containsOnlyOnce("Access-Control-Allow-Origin: " + ORIGIN)
			.containsOnlyOnce("Access-Control-Expose-Headers: ")
			.contains("Retry-After", "RateLimit", "Vary: Origin");
	}

	private static String head(String path, int length) {
		return """
				POST %s HTTP/1.1\r
				Host: localhost\r
				Origin: %s\r
				Content-Type: application/json\r
				Content-Length: %d\r
				Connection: close\r
				""".formatted(path, ORIGIN, length);
	}

	private String ask(String request) throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			return connection.send(request).readAll();
		}
	}

}
