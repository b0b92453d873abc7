package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.eidolon.inference.GeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

/** Holds the service to its deadlines while a model that was closed is opened again. */
@Timeout(60)
@ServiceTest(properties = "eidolon.models.max-loaded=1")
class SlowOpeningTests {

	@MockitoSpyBean
	GeneratorFactory factory;

	private final CountDownLatch opened = new CountDownLatch(1);

	private RunningService service;

	@BeforeEach
	void holdWhoeverOpens(@LocalServerPort int port) {
		this.service = new RunningService(port);
		willAnswer((call) -> {
			this.opened.await();
			return call.callRealMethod();
		}).given(this.factory).open(any());
	}

	@AfterEach
	void letThemOpen() {
		this.opened.countDown();
	}

	@Test
	void aRequestWaitsForAModelThatIsOpenedNoLongerThanForAnAnswer() {
		// Of two models one is closed, and the other as well once that one is asked for.
		List<Integer> statuses = List.of(generate("peeps", "0.3"), generate("fashion", "0.3"));
		assertThat(statuses).contains(504).isSubsetOf(200, 504);
		this.opened.countDown();
		assertThat(generate("peeps", "30")).isEqualTo(200);
		assertThat(generate("fashion", "30")).isEqualTo(200);
	}

	private int generate(String model, String timeout) {
		return this.service
			.send(this.service.request("/generate", "Content-Type", "application/json", "X-Request-Timeout", timeout)
				.POST(BodyPublishers.ofString("{\"model\": \"%s\"}".formatted(model))))
			.statusCode();
	}

}
