package io.eidolon.jobs;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;

import io.eidolon.serving.InvalidParameterException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureReasonTests {

	@Test
	void whatAClientCanMendIsSaid() {
		assertThat(FailureReason.of(new InvalidParameterException("truncation", 3, "at most 1")))
			.isEqualTo("truncation (3) must be at most 1");
	}

	@Test
	void filesOfTheServerAreNotNamed() {
		assertThat(FailureReason.of(new UncheckedIOException(new NoSuchFileException("/srv/secret/jobs"))))
			.isEqualTo("It could not be generated or written; the log says why");
	}

	@Test
	void aReasonFitsItsColumn() {
		assertThat(FailureReason.of(new InvalidParameterException("prompt", "a".repeat(5000), "short"))).hasSize(1000)
			.startsWith("prompt (aaa")
			.endsWith("...");
	}

}
