package io.eidolon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the service to serving others of an address while bodies of it are on their way.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.admission.max-pictures=1", "eidolon.admission.max-searches=1",
				"eidolon.server.stall-timeout=50s", "eidolon.edit.max-upload=200KB" })
@Timeout(60)
class StalledBodyTests {

	private static final String HEAD = """
			POST %s HTTP/1.1\r
			Host: localhost\r
			Content-Type: application/json\r
			Accept: image/png, application/json\r
			X-Request-Timeout: 20\r
			Connection: close\r
			""";

	@TempDir
	static Path models;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@Test
	void bodiesThatStallKeepNoPlaceFromOthersOfTheirAddress() throws IOException {
		List<RawConnection> stalled = new ArrayList<>();
		try {
			for (int i = 0; i < 8; i++) {
				stalled.add(new RawConnection(this.port).send(head("/generate") + "Content-Length: 100\r\n\r\n{\"a"));
				stalled.add(new RawConnection(this.port)
					.send(head("/project") + "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n"));
			}
			assertThat(answer(head("/generate") + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200 ");
			assertThat(answer(head("/project") + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 400 ");
		}
		finally {
			for (RawConnection connection : stalled) {
				connection.close();
			}
		}
	}

	@Test
	void aBodyInPiecesIsOneBody() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send(head("/generate") + "Transfer-Encoding: chunked\r\n\r\n");
			for (String piece : "{\"seed\": 1}".split("")) {
				connection.send("1\r\n" + piece + "\r\n");
			}
			assertThat(connection.send("0\r\n\r\n").readAll()).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void aBodyWithoutLengthThatIsTooLargeIsRefusedBeforeItsEnd() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send(head("/project") + "Transfer-Encoding: chunked\r\n\r\n");
			connection.send("%x\r\n%s\r\n".formatted(210 * 1024, " ".repeat(210 * 1024)));
			assertThat(connection.readHead()).startsWith("HTTP/1.1 413 ");
		}
	}

	@Test
	void aClientThatAsksFirstWhetherToSendItsBodyIsToldToOnce() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send(head("/generate") + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
			assertThat(connection.readHead()).isEqualToIgnoringNewLines("HTTP/1.1 100 ");
			assertThat(connection.send("{}").readAll()).startsWith("HTTP/1.1 200 ");
		}
	}

	private String answer(String request) throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			return connection.send(request).readAll();
		}
	}

	private static String head(String path) {
		return HEAD.formatted(path);
	}

}
