package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to what a gateway and pages of other origins expect of it. */
@ServiceTest(properties = { "eidolon.server.proxies=127.0.0.0/8,::1/128",
		"eidolon.web.allowed-origins=https://studio.example.org" })
class BehindAGatewayTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void addressesAreThoseThatTheClientKnows() {
		assertThat(RunningService
			.json(this.service.get("/v3/api-docs", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
					"gans.example.org"))
			.at("/servers/0/url")
			.asString()).isEqualTo("https://gans.example.org");
	}

	@Test
	void aPageOfAnAllowedOriginMayCallAndReadWhatItNeeds() {
		HttpResponse<byte[]> asked = this.service.send(
				this.service
					.request("/generate", "Origin", "https://studio.example.org", "Access-Control-Request-Method",
							"POST", "Access-Control-Request-Headers", "content-type")
					.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("https://studio.example.org");
		HttpResponse<byte[]> answered = this.service.send(
				this.service
					.request("/generate", "Origin", "https://studio.example.org", "Content-Type", "application/json",
							"Accept", "image/png")
					.POST(BodyPublishers.ofString("{}")));
		assertThat(answered.statusCode()).isEqualTo(200);
		assertThat(answered.headers().firstValue("Access-Control-Expose-Headers").orElseThrow()).contains("ETag",
				"X-Request-Id");
	}

	@Test
	void aPageOfAnotherOriginMayNot() {
		HttpResponse<byte[]> asked = this.service.send(this.service
			.request("/generate", "Origin", "https://evil.example.org", "Access-Control-Request-Method", "POST")
			.method("OPTIONS", BodyPublishers.noBody()));
		assertThat(asked.statusCode()).isEqualTo(403);
	}

	@Test
	void eachAnswerCarriesTheNameOfItsRequestAlsoWhenItIsRefused() {
		assertThat(this.service.get("/models", "X-Request-Id", "r-1").headers().firstValue("X-Request-Id"))
			.contains("r-1");
		assertThat(this.service.get("/models/none", "X-Request-Id", "r-2").headers().firstValue("X-Request-Id"))
			.contains("r-2");
	}

	@Test
	void aRequestThatTheGatewayTracesIsPartOfItsTrace(@Autowired Spans spans) throws InterruptedException {
		this.service.get("/models", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-00");
		this.service.get("/models/peeps", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
		SpanData span = spans.taken.poll(30, TimeUnit.SECONDS);
		assertThat(span).isNotNull();
		assertThat(span.getTraceId()).isEqualTo(TRACE);
		assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
		assertThat(span.getName()).isEqualTo("http get /models/{model}");
	}

	/** Keeps what would be sent to a collector. */
	static final class Spans implements SpanExporter {

		final BlockingQueue<SpanData> taken = new LinkedBlockingQueue<>();

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.taken.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Collector {

		@Bean
		Spans spans() {
			return new Spans();
		}

	}

}
