package io.eidolon.jobs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.eidolon.image.StillFormat;
import io.eidolon.serving.InvalidParameterException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JobWebhookTests {

	private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

	private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

	private int status = 204;

	@SuppressWarnings("NullAway.Init")
	private HttpServer receiver;

	@BeforeEach
	void listen() throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		this.receiver.createContext("/", (exchange) -> {
			this.received.add(new Received(exchange.getRequestHeaders(),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			exchange.getResponseHeaders().set("Location", "/elsewhere");
			exchange.sendResponseHeaders(this.status, -1);
			exchange.close();
		});
		this.receiver.start();
	}

	@AfterEach
	void stop() {
		this.receiver.stop(0);
	}

	@Test
	void aJobThatIsOverIsToldSigned() throws Exception {
		JobWebhook webhook = webhook(origin());
		webhook.send(job(origin() + "/done"), NOW);
		Received told = this.received.remove();
		JsonNode body = JsonMapper.shared().readTree(told.body());
		assertThat(body.at("/type").asString()).isEqualTo("job.done");
		assertThat(body.at("/data/href").asString()).isEqualTo("/jobs/a");
		assertThat(body.at("/data/total").asInt()).isEqualTo(100);
		assertThat(told.headers().getFirst("webhook-id")).isEqualTo("job_a");
		assertThat(told.headers().getFirst("webhook-timestamp")).isEqualTo("1700000000");
		assertThat(told.headers().getFirst("webhook-signature"))
			.isEqualTo("v1," + webhook.signature("job_a.1700000000." + told.body()));
	}

	/** The example of the specification of Standard Webhooks. */
	@Test
	void theSignatureIsThatOfStandardWebhooks() {
		JobWebhook webhook = new JobWebhook(new JobProperties.Webhook(List.of(), List.of(),
				"whsec_plJ3nmyCDGBKInavdOK15jsl", Duration.ofSeconds(1)));
		assertThat(webhook
			.signature("msg_loFOjxBNrRLzqYUf.1731705121.{\"event_type\":\"ping\",\"data\":{\"success\":true}}"))
			.isEqualTo("rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
	}

	@Test
	void whatIsNotTakenOrLeadsElsewhereIsAFailure() {
		for (int refused : List.of(500, 302)) {
			this.status = refused;
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> webhook(origin()).send(job(origin() + "/done"), NOW))
				.withMessage("localhost answered " + refused);
		}
		assertThat(this.received).hasSize(2);
	}

	@Test
	@Timeout(30)
	void whoeverNeverEndsAnAnswerIsNotWaitedFor() throws Exception {
		CountDownLatch over = new CountDownLatch(1);
		this.receiver.createContext("/endless", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(1);
			exchange.getResponseBody().flush();
			try {
				over.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			exchange.close();
		});
		JobWebhook impatient = new JobWebhook(
				new JobProperties.Webhook(List.of(), List.of(origin()), "secret", Duration.ofMillis(300)));
		try {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> impatient.send(job(origin() + "/endless"), NOW))
				.withMessage("localhost gave no whole answer within PT0.3S");
		}
		finally {
			over.countDown();
		}
	}

	@Test
	void whereNobodyMayBeToldNobodyIs() throws Exception {
		webhook("hooks.example.org").send(job(origin() + "/done"), NOW);
		assertThat(this.received).isEmpty();
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> webhook("hooks.example.org").check(URI.create(origin())));
	}

	@Test
	void ofOnesOwnNetworkOnlyHostsThatMayBeThereAreTold() {
		JobWebhook webhook = new JobWebhook(
				new JobProperties.Webhook(List.of(origin()), List.of(), "secret", Duration.ofSeconds(5)));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> webhook.send(job(origin() + "/done"), NOW))
			.withMessageContaining("not public");
		assertThat(this.received).isEmpty();
	}

	@Test
	void nothingIsSentUnsigned() {
		List<String> hosts = List.of("hooks.example.org");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new JobProperties.Webhook(hosts, List.of(), null, Duration.ofSeconds(1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new JobProperties.Webhook(List.of(), hosts, null, Duration.ofSeconds(1)));
	}

	private String origin() {
		return "http://localhost:" + this.receiver.getAddress().getPort();
	}

	private static JobWebhook webhook(String host) {
		return new JobWebhook(new JobProperties.Webhook(List.of(), List.of(host), "secret", Duration.ofSeconds(5)));
	}

	private static Job job(String webhook) {
		JobRequest request = new JobRequest("peeps", "1", 100, 0L, null, 1, Map.of(), List.of(), List.of(), null, null,
				null, StillFormat.PNG, Archive.TAR, URI.create(webhook));
		return new Job("a", "client", JobState.DONE, request, 100, 10, null, null, Instant.EPOCH, Instant.EPOCH,
				Instant.EPOCH);
	}

	private record Received(Headers headers, String body) {

	}

}
