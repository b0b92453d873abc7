package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A folder of models that turns empty, as one does whose volume is lost, takes no model
 * away.
 */
class LostFolderTests {

	@TempDir
	private Path folder;

	private Path models() {
		return this.folder.resolve("models");
	}

	@Test
	void whenTheFolderOfAllModelsTurnsEmptyTheLastOnesServeAndAnAlarmIsRaised() {
		TestModels.write(models(), "a", "a", "1", 8);
		TestModels.write(models(), "b", "b", "1", 8);
		run((context) -> {
			Path away = Files.move(models(), this.folder.resolve("away"));
			Files.createDirectory(models());
			Files.createDirectory(models().resolve("lost+found"));
			scanTwice(context);
			assertThat(registry(context).snapshot().names()).containsExactly("a", "b");
			assertThat(TestModels.side(registry(context), "a", null)).isEqualTo(8);
			assertThat(registry(context).failures().get("models")).contains("holds no model any more");
			assertThat(context.getBean(ModelsHealthIndicator.class).health().getDetails()).containsEntry("failures",
					registry(context).failures());
			assertThat(lost(context)).isEqualTo(2);

			FileSystemUtils.deleteRecursively(models());
			Files.move(away, models());
			scanTwice(context);
			assertThat(registry(context).failures()).isEmpty();
			assertThat(lost(context)).isZero();
		});
	}

	@Test
	void allModelsGoWhenSomebodySaysSo() {
		TestModels.write(models(), "a", "a", "1", 8);
		run((context) -> {
			Files.createFile(models().resolve(".no-models"));
			FileSystemUtils.deleteRecursively(models().resolve("a"));
			scanTwice(context);
			assertThat(registry(context).snapshot().names()).isEmpty();
			assertThat(lost(context)).isZero();
		});
	}

	@Test
	void whenTheFolderOfOneModelTurnsEmptyItServesOn() {
		TestModels.write(models(), "a", "a", "1", 8);
		TestModels.write(models(), "b/1", "b", "1", 8);
		TestModels.write(models(), "c", "c", "1", 8);
		run((context) -> {
			empty(models().resolve("a"));
			empty(models().resolve("b/1"));
			scanTwice(context);
			assertThat(registry(context).snapshot().names()).containsExactly("a", "b", "c");
			assertThat(lost(context)).isGreaterThanOrEqualTo(2);

			Files.delete(models().resolve("a"));
			scanTwice(context);
			assertThat(registry(context).snapshot().names()).containsExactly("b", "c");
		});
	}

	@Test
	void anEmptyFolderFromWhichNothingServesIsNoAlarm() throws IOException {
		TestModels.write(models(), "a", "a", "1", 8);
		Files.createDirectory(models().resolve("b"));
		run((context) -> {
			assertThat(registry(context).failures()).isEmpty();
			assertThat(lost(context)).isZero();
		});
	}

	private static void empty(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
	}

	private static void scanTwice(AssertableApplicationContext context) {
		context.getBean(FolderWatcher.class).check();
		context.getBean(FolderWatcher.class).check();
	}

	private static double lost(AssertableApplicationContext context) {
		return context.getBean(MeterRegistry.class).get("eidolon.model.lost").gauge().value();
	}

	private void run(Check check) {
		TestModels.context(models()).run((context) -> {
			assertThat(context).hasNotFailed();
			check.run(context);
		});
	}

	private static ModelRegistry registry(AssertableApplicationContext context) {
		return context.getBean(ModelRegistry.class);
	}

	@FunctionalInterface
	private interface Check {

		void run(AssertableApplicationContext context) throws Exception;

	}

}
