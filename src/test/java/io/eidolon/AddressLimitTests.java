package io.eidolon;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the addresses of clients without keys to limits, where the settings name some.
 */
@ServiceTest(properties = "eidolon.limits.requests-per-minute=2")
@Timeout(60)
class AddressLimitTests {

	@Test
	void anAddressMayAskForSoMuchButForProbesAndPagesAlways(@LocalServerPort int port) {
		RunningService service = new RunningService(port);
		assertThat(service.get("/models").headers().firstValue("RateLimit-Policy")).hasValue("\"requests\";q=2;w=60");
		service.get("/models");
		HttpResponse<byte[]> refused = service.get("/models");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).isPresent();
		for (String path : new String[] { "/livez", "/", "/studio/main.js" }) {
			assertThat(service.get(path).statusCode()).as(path).isEqualTo(200);
		}
	}

}
