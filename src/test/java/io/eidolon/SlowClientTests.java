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

/** Holds the service to serving others while clients keep it waiting. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "eidolon.server.max-connections=64", "eidolon.server.connections-per-address=16",
				"eidolon.server.head-timeout=1s", "eidolon.server.stall-timeout=2s",
				"eidolon.server.bodies-in-flight=300KB", "eidolon.edit.max-upload=200KB" })
@Timeout(60)
class SlowClientTests {

	private static final String STALLED = """
			POST /generate HTTP/1.1\r
			Host: localhost\r
			Content-Type: application/json\r
			Content-Length: 100\r
			\r
			{"a""";

	@TempDir
	static Path models;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(models).toString());
	}

	@Test
	void aBodyThatStallsIsAnsweredAndItsConnectionClosed() throws IOException {
		try (RawConnection connection = new RawConnection(this.port)) {
			String answer = connection.send(STALLED).readAll();
			assertThat(answer).startsWith("HTTP/1.1 408 ")
				.contains("application/problem+json", "Connection: close", "The body came too slowly");
		}
	}

	@Test
	void aBodyThatTricklesIsAnsweredAsOneThatStalls() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send(STALLED);
			Thread trickle = Thread.startVirtualThread(() -> {
				try {
					for (int i = 0; i < 60; i++) {
						Thread.sleep(100);
						connection.send(" ");
					}
				}
				catch (IOException | InterruptedException ex) {
					// The service has closed the connection.
				}
			});
			assertThat(connection.readHead()).startsWith("HTTP/1.1 408 ");
			trickle.interrupt();
		}
	}

	@Test
	void aHeadThatDoesNotEndIsNotWaitedFor() throws Exception {
		try (RawConnection connection = new RawConnection(this.port)) {
			connection.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n");
			Thread trickle = Thread.startVirtualThread(() -> {
				try {
					for (int i = 0; i < 100; i++) {
						Thread.sleep(100);
						connection.send("X-%d: a\r\n".formatted(i));
					}
				}
				catch (IOException | InterruptedException ex) {
					// The service has closed the connection.
				}
			});
			assertThat(connection.readHead()).doesNotContain("200");
			assertThat(trickle.isAlive()).isTrue();
			trickle.interrupt();
		}
	}

	@Test
	void whoeverHoldsManyConnectionsClosesItsOwnAndTheServiceAnswers() throws IOException {
		List<RawConnection> held = new ArrayList<>();
		try {
			held.add(new RawConnection(this.port).send(STALLED));
			// What is not read yet cannot be answered
			try (RawConnection other = new RawConnection(this.port)) {
				other.send("GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
				assertThat(other.readAll()).startsWith("HTTP/1.1 200 ");
			}
			for (int i = 1; i < 200; i++) {
				held.add(new RawConnection(this.port).send(STALLED));
			}
			try (RawConnection other = new RawConnection(this.port)) {
				other.send("GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
				assertThat(other.readAll()).startsWith("HTTP/1.1 200 ");
			}
			assertThat(held.getFirst().readAll()).startsWith("HTTP/1.1 503 ").contains("Too many connections");
		}
		finally {
			for (RawConnection connection : held) {
				connection.close();
			}
		}
	}

	@Test
	void bodiesThatFindNoMemoryAreRefusedBeforeTheyAreRead() throws IOException {
		String head = """
				POST /project HTTP/1.1\r
				Host: localhost\r
				Content-Type: application/json\r
				Content-Length: 140000\r
				\r
				""";
		String refused = "";
		// On a busy machine the second may come first, and wait in vain for its own body
		for (int i = 0; i < 10 && !refused.startsWith("HTTP/1.1 503 "); i++) {
			try (RawConnection first = new RawConnection(this.port);
					RawConnection second = new RawConnection(this.port)) {
				first.send(head + "{\"picture\": \"" + "A".repeat(100_000));
				refused = second.send(head).readHead();
			}
		}
		assertThat(refused).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1", "application/problem+json");
		assertThat(new RunningService(this.port).generate("{}", "image/png").statusCode()).isEqualTo(200);
	}

}
