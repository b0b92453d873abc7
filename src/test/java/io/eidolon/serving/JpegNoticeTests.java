package io.eidolon.serving;

import java.time.Duration;

import io.eidolon.image.JpegLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class JpegNoticeTests {

	@Test
	void theStartSaysInOneLineThatTheLibraryIsMissing(CapturedOutput output) {
		new ApplicationContextRunner().withUserConfiguration(JpegNotice.class)
			.run((context) -> context.publishEvent(
					new ApplicationStartedEvent(new SpringApplication(), new String[0], context, Duration.ZERO)));
		assertThat(output.getOut().lines().filter((line) -> line.contains("libturbojpeg")))
			.hasSize(JpegLibrary.advice().isPresent() ? 1 : 0)
			.allSatisfy((line) -> assertThat(line).contains("INFO"));
	}

}
