package io.eidolon;

import java.net.http.HttpHeaders;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers are told with each answer, and what is not there without a lock. */
@ServiceTest
@Timeout(60)
class OpenServiceHeadersTests {

	@ParameterizedTest
	@CsvSource({ "/models, 200", "/models/peeps/samples/7.png, 200", "/nowhere, 404", "/models/none, 404",
			"/livez, 200", "/interpolate?from=x, 400", "/, 200" })
	void everyAnswerProtectsBrowsersAndAsksForNothing(String path, int status, @LocalServerPort int port) {
		var answer = new RunningService(port).get(path, "Authorization", "Bearer nobody-asks-for-this");
		assertThat(answer.statusCode()).isEqualTo(status);
		HttpHeaders headers = answer.headers();
		assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
		assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
		assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
		assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
		assertThat(headers.map()).doesNotContainKeys("set-cookie", "www-authenticate", "ratelimit", "ratelimit-policy");
	}

}
