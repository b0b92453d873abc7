package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to generating once what is asked for again. */
@Timeout(60)
@ServiceTest(properties = { ServiceTest.ONE_WORKER, "eidolon.answers.kept=1MB" })
class KeptAnswersTests {

	@Autowired
	ModelRegistry registry;

	@Autowired
	MeterRegistry meters;

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "image/png", "application/json", "application/zip" })
	void theSameRequestAgainGeneratesNothing(String accept) {
		String body = "{\"seed\": %s, \"count\": 3}".formatted(accept.length());
		HttpResponse<byte[]> first = generate(body, accept, "30");
		double before = kept();
		HttpResponse<byte[]> again = generate(body, accept, "30");
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(kept()).isEqualTo(before + 1);
	}

	@Test
	void aSampleIsKeptUnderItsAddress() {
		RunningService service = new RunningService(this.port);
		byte[] first = service.get("/models/peeps/samples/77.png").body();
		double before = kept();
		assertThat(service.get("/models/peeps/samples/77.png").body()).isEqualTo(first);
		assertThat(kept()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"seed\": 21}|{\"seed\": 22}",
			"{\"seed\": 21}|{\"seed\": 21, \"truncation\": 0.5}", "{\"seed\": 21}|{\"seed\": 21, \"scale\": 2}",
			"{\"seed\": 21}|{\"seed\": 21, \"directions\": {\"pc1\": 2}}",
			"{\"seed\": 21}|{\"seed\": 21, \"model\": \"fashion\"}",
			"{\"model\": \"fashion\", \"seed\": 21, \"label\": \"Bag\"}|{\"model\": \"fashion\", \"seed\": 21, \"label\": \"Coat\"}",
			"{\"model\": \"peeps-text\", \"seed\": 21, \"prompt\": \"man\"}|{\"model\": \"peeps-text\", \"seed\": 21, \"prompt\": \"woman\"}",
			"{\"model\": \"peeps-text\", \"seed\": 21, \"prompt\": \"man\"}|{\"model\": \"peeps-text\", \"seed\": 21, \"prompt\": \"man\", \"strength\": 2}" })
	void whatDiffersIsGenerated(String one, String other) {
		byte[] first = generate(one, "image/png", "30").body();
		assertThat(generate(other, "image/png", "30").body()).isNotEqualTo(first);
	}

	@Test
	void anySeedIsAnotherEachTime() {
		byte[] first = generate("{}", "image/png", "30").body();
		assertThat(generate("{}", "image/png", "30").body()).isNotEqualTo(first);
	}

	@Test
	void equalRequestsAtTheSameTimeShareOneAnswer() {
		try (Lease lease = this.registry.lease("peeps", null).future().join();
				HeldWorker worker = HeldWorker.of(lease.generator())) {
			CompletableFuture<HttpResponse<byte[]>> first = async("{\"seed\": 31}", "30");
			CompletableFuture<HttpResponse<byte[]>> second = async("{\"seed\": 31}", "30");
			Awaitility.await().untilAsserted(() -> assertThat(served()).isEqualTo(2));
			assertThat(waiting()).isEqualTo(1);
			worker.release();
			assertThat(first.join().statusCode()).isEqualTo(200);
			assertThat(second.join().body()).isEqualTo(first.join().body());
		}
	}

	@Test
	void whoWaitsForAnotherThatFailsIsServed() {
		try (Lease lease = this.registry.lease("peeps", null).future().join();
				HeldWorker worker = HeldWorker.of(lease.generator())) {
			CompletableFuture<HttpResponse<byte[]>> first = async("{\"seed\": 41}", "0.5");
			Awaitility.await().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
			CompletableFuture<HttpResponse<byte[]>> second = async("{\"seed\": 41}", "30");
			assertThat(first.join().statusCode()).isEqualTo(504);
			worker.release();
			assertThat(second.join().statusCode()).isEqualTo(200);
		}
	}

	@Test
	void whoWaitsForAnotherHasItsOwnDeadline() {
		try (Lease lease = this.registry.lease("peeps", null).future().join();
				HeldWorker worker = HeldWorker.of(lease.generator())) {
			CompletableFuture<HttpResponse<byte[]>> first = async("{\"seed\": 51}", "30");
			Awaitility.await().untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
			assertThat(generate("{\"seed\": 51}", "image/png", "0.3").statusCode()).isEqualTo(504);
			worker.release();
			assertThat(first.join().statusCode()).isEqualTo(200);
		}
	}

	@Test
	void whatIsKeptIsBounded() {
		for (int seed = 1000; seed < 1080; seed++) {
			generate("{\"seed\": %s, \"count\": 64}".formatted(seed), "application/json", "30");
		}
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					this.meters.get("cache.evictions").tag("cache", "answers").functionCounter().count())
				.isPositive());
	}

	private CompletableFuture<HttpResponse<byte[]>> async(String body, String timeout) {
		return CompletableFuture.supplyAsync(() -> generate(body, "image/png", timeout));
	}

	private HttpResponse<byte[]> generate(String body, String accept, String timeout) {
		RunningService service = new RunningService(this.port);
		return service.send(service
			.request("/generate", "Content-Type", "application/json", "Accept", accept, "X-Request-Timeout", timeout)
			.POST(BodyPublishers.ofString(body)));
	}

	/** How many answers were kept from before. */
	private double kept() {
		return this.meters.get("cache.gets").tags("cache", "answers", "result", "hit").functionCounter().count();
	}

	private double waiting() {
		return this.meters.get("eidolon.queue.depth").tag("model", "peeps").gauge().value();
	}

	private double served() {
		return this.meters.get("eidolon.requests.served").gauges().stream().mapToDouble((gauge) -> gauge.value()).sum();
	}

}
