package io.eidolon;

import java.io.IOException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds errors that no controller sees to the words of all others (RFC 9457). */
@Tag("foreign")
@ServiceTest
class ProtocolErrorTests {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "GET /models|x HTTP/1.1,400", "GET /models/peeps%2f..%2fx HTTP/1.1,400",
			"GET /models/%00 HTTP/1.1,400", "GET /models/%zz HTTP/1.1,400", "GET /models/%c0%ae HTTP/1.1,400",
			"GET /models/../../etc/passwd HTTP/1.1,400", "CONNECT localhost:80 HTTP/1.1,501", "TRACE / HTTP/1.1,405",
			"PUT /generate HTTP/1.1,405", "GET /livez HTTP/3.0,505", "PROPFIND / HTTP/1.1,405",
			"GET /nothing HTTP/1.1,404" })
	void aRequestLineThatIsRefusedIsAnsweredWithAProblem(String line, int status) throws IOException {
		isProblem(ask(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/models/a%2fb", "/models/x%00", "/models/a%5Cb" })
	void aPathThatIsRefusedIsNamed(String path) throws IOException {
		String answer = ask("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
		isProblem(answer, 400);
		assertThat(answer).contains("\"field\":\"path\"", "\"value\":\"%s\"".formatted(path),
				"\"allowed\":\"without %2F");
	}

	@ParameterizedTest
	@CsvSource({ "Host: a b,400", "X: a\0b,400", "Expect: foo,417", "Transfer-Encoding: xchunked,501",
			"Content-Length: -2,400" })
	void aHeaderThatIsRefusedIsAnsweredWithAProblem(String header, int status) throws IOException {
		String host = header.startsWith("Host") ? "" : "Host: localhost\r\n";
		isProblem(ask("GET /livez HTTP/1.1\r\n" + host + header + "\r\nConnection: close\r\n\r\n"), status);
	}

	@Test
	void aRangeThatIsNotThereIsAnsweredWithoutTheFile() throws IOException {
		String answer = ask("GET /studio/api.js HTTP/1.1\r\nHost: localhost\r\nRange: bytes=99999999-\r\n"
				+ "Connection: close\r\n\r\n");
		isProblem(answer, 416);
		assertThat(answer).doesNotContain("const ");
	}

	private static void isProblem(String answer, int status) {
		assertThat(answer).startsWith("HTTP/1.1 " + status)
			.contains("application/problem+json", "\"status\":" + status)
			.doesNotContain("<html", "Tomcat");
	}

	private String ask(String request) throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			return connection.send(request).readAll();
		}
	}

}
