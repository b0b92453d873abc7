package io.eidolon.container;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Asks two replicas through the gateway. The test that loses a replica comes last. */
@ContainerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayTests {

	private static final int CLIENTS = 4;

	@AutoClose
	private static final Composition composition = new Composition();

	@BeforeAll
	static void start() {
		composition.start();
	}

	@Test
	void answersTheSecondCallOfASampleFromItsCache() {
		var first = composition.gateway().get("/models/peeps/samples/7.png");
		var second = composition.gateway().get("/models/peeps/samples/7.png");
		assertThat(first.headers().firstValue("X-Cache")).contains("MISS");
		assertThat(second.headers().firstValue("X-Cache")).contains("HIT");
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(second.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
	}

	@Test
	void keepsPicturesOfOneSeedApartThatAreAskedForDifferently() {
		var plain = composition.gateway().get("/models/peeps/samples/8.png");
		var enlarged = composition.gateway().get("/models/peeps/samples/8.png?scale=2");
		assertThat(enlarged.headers().firstValue("X-Cache")).contains("MISS");
		assertThat(enlarged.body()).isNotEqualTo(plain.body());
	}

	@Test
	void refusesABodyBeyondItsLimit() {
		assertProblem(composition.gateway().generate(" ".repeat(2 << 20)), 413);
	}

	@Test
	void refusesAClientThatAsksForTooMuchAtOnce() {
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 400)
			.mapToObj((_) -> composition.gateway().getLater("/livez"))
			.toList();
		List<HttpResponse<String>> refused = answers.stream()
			.map(CompletableFuture::join)
			.filter((answer) -> answer.statusCode() != 200)
			.toList();
		assertThat(refused).isNotEmpty().allSatisfy((answer) -> assertProblem(answer, 429));
		// What it let in drains at its own rate, and others are served again.
		await().atMost(Duration.ofMinutes(1)).until(() -> composition.gateway().get("/livez").statusCode() == 200);
	}

	@Test
	void hidesThePortForOperators() {
		assertThat(composition.gateway().get("/actuator/prometheus").statusCode()).isEqualTo(404);
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void losesNoRequestWithAReplica() throws Exception {
		CountDownLatch warm = new CountDownLatch(10 * CLIENTS);
		AtomicInteger toCome = new AtomicInteger(Integer.MAX_VALUE);
		List<CompletableFuture<List<Integer>>> clients = IntStream.range(0, CLIENTS)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> statuses(toCome, warm)))
			.toList();
		warm.await();
		composition.loseOne();
		toCome.set(50 * CLIENTS);
		assertThat(clients).allSatisfy((client) -> assertThat(client.get()).isNotEmpty().containsOnly(200));
	}

	/** Asks for pictures, one request after the other, until none are to come. */
	private static List<Integer> statuses(AtomicInteger toCome, CountDownLatch answered) {
		List<Integer> statuses = new ArrayList<>();
		for (int seed = toCome.decrementAndGet(); seed > 0; seed = toCome.decrementAndGet()) {
			statuses.add(composition.gateway().generate("{\"count\": 8, \"seed\": %d}".formatted(seed)).statusCode());
			answered.countDown();
		}
		return statuses;
	}

	private static void assertProblem(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(new JsonMapper().readTree(answer.body()).get("status").asInt()).isEqualTo(status);
		assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
	}

}
