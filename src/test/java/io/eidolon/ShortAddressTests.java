package io.eidolon;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures and walks under addresses that fit into a page, and that caches can keep. */
@ServiceTest
class ShortAddressTests {

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void aSeedLeadsToItsPicture() {
		HttpResponse<byte[]> answer = this.service.get("/generate?model=peeps&seed=7&truncation=0.5&format=webp");
		assertThat(answer.statusCode()).isEqualTo(307);
		assertThat(answer.headers().firstValue("Location")).hasValue("models/peeps/samples/7.webp?truncation=0.5");
		assertThat(this.service.get("/models/peeps/samples/7.webp?truncation=0.5").statusCode()).isEqualTo(200);
	}

	@Test
	void whatTheRequestSaysGoesAlong() {
		assertThat(this.service
			.get("/generate?model=peeps-text&seed=7&prompt=a%20man%20%26%20%7Bhat%7D&strength=2&scale=2&upscale=2")
			.headers()
			.firstValue("Location")).hasValue(
					"models/peeps-text/samples/7.png?prompt=a%20man%20%26%20%7Bhat%7D&strength=2.0&upscale=2&scale=2");
	}

	@Test
	void withoutASeedItIsAnyPictureWhichNoCacheKeeps() {
		HttpResponse<byte[]> answer = this.service.get("/generate");
		assertThat(answer.statusCode()).isEqualTo(307);
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(answer.headers().firstValue("Location"))
			.hasValueSatisfying((address) -> assertThat(address).matches("models/[^/]+/samples/\\d+\\.png"));
		assertThat(this.service.get("/generate?model=none").statusCode()).isEqualTo(404);
	}

	@Test
	void aWalkIsPlayedForEverUnlessItIsToEnd() {
		assertThat(gif("")).contains("NETSCAPE2.0");
		assertThat(gif("&loop=true")).contains("NETSCAPE2.0");
		assertThat(gif("&loop=false")).doesNotContain("NETSCAPE2.0");
	}

	private String gif(String query) {
		return new String(this.service.get("/interpolate?from=1&to=2&steps=3" + query).body(),
				StandardCharsets.ISO_8859_1);
	}

	@Test
	void aWalkThatACacheHasIsNotSentAgain() {
		HttpResponse<byte[]> walk = this.service.get("/interpolate?from=1&to=2&steps=3");
		assertThat(walk.headers().firstValue("Cache-Control")).hasValue("max-age=604800, public");
		String tag = walk.headers().firstValue("ETag").orElseThrow();
		assertThat(this.service.get("/interpolate?from=1&to=2&steps=3", "If-None-Match", tag).statusCode())
			.isEqualTo(304);
	}

}
