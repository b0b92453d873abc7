package io.eidolon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to dropping what nobody waits for any more. */
@Timeout(60)
@ServiceTest(properties = { ServiceTest.ONE_WORKER, ServiceTest.SHORT_QUEUE })
class WaitingClientTests {

	@Autowired
	ModelRegistry registry;

	@Autowired
	MeterRegistry meters;

	@LocalServerPort
	int port;

	private Lease lease;

	private HeldWorker worker;

	@BeforeEach
	void holdTheWorker() {
		this.lease = this.registry.lease("peeps", null).future().join();
		this.worker = HeldWorker.of(this.lease.generator());
	}

	@AfterEach
	void letTheWorkerGo() {
		this.worker.release();
		this.lease.close();
	}

	@Test
	void aRequestWhoseTimeIsOverIsAnsweredAndItsWorkDropped() {
		HttpResponse<byte[]> response = generate("{\"count\": 3}", "0.2");
		assertThat(response.statusCode()).isEqualTo(504);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = RunningService.json(response);
		assertThat(problem.at("/type").asString()).isEqualTo("urn:eidolon:problem:timeout");
		assertThat(problem.at("/field").asString()).isEqualTo("X-Request-Timeout");
		assertThat(problem.at("/value").asDouble()).isEqualTo(0.2);
		assertThat(problem.at("/allowed").asString()).isEqualTo("a number of seconds above 0, at most 30");
		assertThat(problem.at("/detail").asString())
			.isEqualTo("The answer was not ready within 0.2 s; ask for less, or again later");
		assertThat(waiting()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "30.001", "soon", "", "1e999999999", "NaN" })
	void aTimeThatIsNoneIsAnErrorOfTheRequest(String seconds) {
		HttpResponse<byte[]> response = generate("{}", seconds);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/field").asString()).isEqualTo("X-Request-Timeout");
	}

	@Test
	void aClientThatHasGoneTakesItsWorkAlong() throws IOException {
		double before = abandoned();
		try (Socket _ = post("/generate", "image/png", "{\"count\": 3}", "")) {
			awaitWaiting(3);
		}
		awaitWaiting(0);
		while (abandoned() == before) {
			Thread.onSpinWait();
		}
		assertThat(abandoned()).isEqualTo(before + 1);
	}

	@Test
	void aClientThatClosesItsEventsInMidStreamTakesTheSearchAlong() throws IOException {
		double before = abandoned();
		this.worker.release();
		try (Socket socket = post("/edit", "text/event-stream", """
				{"model": "peeps", "candidates": 32, "steps": 500,
				 "constraints": [{"type": "colour", "box": [0, 0, 4, 4], "colour": "#ffffff"}]}""", "")) {
			new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).lines()
				.filter((line) -> line.equals("event: progress"))
				.findFirst()
				.orElseThrow();
			// From here on the search can only wait: it does not end by itself.
			this.worker = HeldWorker.of(this.lease.generator());
		}
		Awaitility.await().untilAsserted(() -> assertThat(abandoned()).isEqualTo(before + 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "GET /models HTTP/1.1\r\nHost: eidolon\r\nConnection: close\r\n\r\n" })
	void aClientThatSendsMoreHasNotGone(String more) throws Exception {
		double before = abandoned();
		try (Socket socket = post("/generate", "image/png", "{}", more)) {
			awaitWaiting(1);
			// Long enough for several looks: had one found the client gone, no answer
			// would come.
			assertThat(generate("{}", "0.3").statusCode()).isEqualTo(504);
			this.worker.release();
			byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
			assertThat(status).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 200");
		}
		assertThat(abandoned()).isEqualTo(before);
	}

	@Test
	void theTimeOfARequestBeginsBeforeItsBodyIsRead() throws Exception {
		this.worker.release();
		try (Socket socket = new Socket("localhost", this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write("""
					POST /generate HTTP/1.1\r
					Host: eidolon\r
					Content-Type: application/json\r
					Content-Length: 2\r
					X-Request-Timeout: 0.2\r
					\r
					{""".getBytes(StandardCharsets.US_ASCII));
			Thread.sleep(Duration.ofMillis(400));
			out.write('}');
			byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 504".length());
			assertThat(status).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 504");
		}
	}

	private HttpResponse<byte[]> generate(String body, String timeout) {
		RunningService service = new RunningService(this.port);
		return service.send(
				service
					.request("/generate", "Content-Type", "application/json", "Accept", "image/png",
							"X-Request-Timeout", timeout)
					.POST(BodyPublishers.ofString(body)));
	}

	private Socket post(String path, String accept, String body, String more) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.getOutputStream().write("""
				POST %s HTTP/1.1\r
				Host: eidolon\r
				Accept: %s\r
				Content-Type: application/json\r
				Content-Length: %d\r
				\r
				%s%s""".formatted(path, accept, body.length(), body, more).getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private void awaitWaiting(int pictures) {
		while (waiting() != pictures) {
			Thread.onSpinWait();
		}
	}

	private double waiting() {
		return this.meters.get("eidolon.queue.depth").tag("model", "peeps").gauge().value();
	}

	private double abandoned() {
		return this.meters.get("eidolon.requests.abandoned").counter().count();
	}

}
