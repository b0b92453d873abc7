package io.eidolon.training;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class FailureLineTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					schedule.penalty=linear   | (linear) must be one of [constant, cosine]
					augment=colour,mixup      | (colour,mixup) must be some of [colour, translation, cutout]
					nf=many                   | (many) must be a number
					schedule.ema-warmup=0     | (0.0) must be greater than or equal to 0.001
					image-size=50             | (50) must have a shorter side of one of [28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256] pixels
					""")
	void aWrongSettingIsNamedWithItsValueAndTheRemedy(String setting, String remedy) {
		assertThat(failureOf("eidolon.training." + setting))
			.isEqualTo("eidolon.training." + setting.substring(0, setting.indexOf('=')) + " " + remedy);
	}

	@Test
	void whatIsToldInWordsIsNotToldByItsCause() {
		assertThat(FailureLine.of(new TrainingException("the memory was full; checkpoint.pt is kept",
				new OutOfMemoryError("Java heap space"))))
			.isEqualTo("the memory was full; checkpoint.pt is kept");
	}

	@Test
	void aFileThatFailsIsNamedWithTheReason() {
		assertThat(FailureLine.of(new UncheckedIOException(new AccessDeniedException("runs/mine/metrics.csv"))))
			.isEqualTo("runs/mine/metrics.csv: no permission");
		assertThat(FailureLine.of(new UncheckedIOException(new FileSystemException("a.png", null, "No space left"))))
			.isEqualTo("a.png: No space left");
	}

	/** A letter that no system can encode stands for those that a locale lacks. */
	@Test
	void aPathThatTheLocaleLacksTheLettersOfIsToldWithTheRemedy() {
		assertThat(failureOf("eidolon.training.cache=\uD800"))
			.isEqualTo("eidolon.training.cache (\uD800) has letters that the locale lacks, as that of many containers; "
					+ "start it with LC_ALL=C.UTF-8");
	}

	private static String failureOf(String setting) {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		new ApplicationContextRunner().withUserConfiguration(BoundSettings.Bound.class)
			.withInitializer((context) -> context.getEnvironment().setActiveProfiles("train"))
			.withPropertyValues("eidolon.training.data=pictures", "eidolon.training.name=mine",
					"eidolon.training.steps=1", setting)
			.run((context) -> failure.set(Objects.requireNonNull(context.getStartupFailure())));
		return FailureLine.of(failure.get());
	}

}
