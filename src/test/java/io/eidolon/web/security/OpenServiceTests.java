package io.eidolon.web.security;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class OpenServiceTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Server.class,
			OpenService.class);

	@ParameterizedTest
	@ValueSource(strings = { "eidolon.security.required=false", "server.address=0.0.0.0", "eidolon.security.keys=" })
	void whoIsReachedByOthersSaysSoInOneLine(String setting, CapturedOutput output) {
		start(setting);
		assertThat(output.getOut().lines().filter((line) -> line.contains("Not locked"))).hasSize(1)
			.allSatisfy((line) -> assertThat(line).contains("WARN"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.address=127.0.0.1", "server.address=::1", "eidolon.security.keys=keys.yaml",
			"eidolon.security.tokens.issuer=https://id.example.org" })
	void whoIsReachedFromItsOwnMachineOrIsLockedSaysNothing(String setting, CapturedOutput output) {
		start(setting);
		assertThat(output).doesNotContain("Not locked");
	}

	@Test
	void whoMustBeLockedAndIsNotDoesNotStart() {
		this.runner.withPropertyValues("eidolon.security.required=true", "server.address=127.0.0.1")
			.run((context) -> assertThat(Objects
				.requireNonNull(new LockFailure().analyze(Objects.requireNonNull(context.getStartupFailure())))
				.getDescription()).startsWith("eidolon.security.required is true, and nothing locks the service")
				.doesNotContain("\n"));
	}

	@Test
	void anEmptyVariableAsksForNoLock() {
		this.runner.withPropertyValues("eidolon.security.required=")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private void start(String setting) {
		this.runner.withPropertyValues(setting)
			.run((context) -> context
				.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, null)));
	}

	@Configuration
	@EnableConfigurationProperties(ServerProperties.class)
	static class Server {

	}

}
