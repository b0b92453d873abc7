package io.eidolon.web.server;

import io.eidolon.EidolonApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class ForwardedHeadersTests {

	@ParameterizedTest
	@ValueSource(strings = { "framework", "native" })
	void theServiceDoesNotStartWhereItWouldBelieveAnybody(String strategy, CapturedOutput output) {
		assertThatException().isThrownBy(() -> SpringApplication.run(EidolonApplication.class, "--server.port=0",
				"--management.server.port=0", "--server.forward-headers-strategy=" + strategy));
		assertThat(output).contains("server.forward-headers-strategy (%s) must be left out".formatted(strategy),
				"eidolon.server.proxies names the proxies");
	}

}
