package io.eidolon.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResumeCheckTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void aRunThatGoesOnAsItWasHasNoChanges() throws IOException {
		begin("cats", "dogs");
		resume(Map.of("steps", "90", "output", "elsewhere", "card.title", "Mine", "keep", "1"),
				(check) -> assertThat(check.changes(Set.of())).isEmpty());
	}

	@Test
	void whatDiffersIsSaidWithBothValues() throws IOException {
		begin("cats", "dogs");
		resume(Map.of("batch", "16", "learning-rate", "0.001"), (check) -> assertThat(check.changes(Set.of()))
			.containsExactly("batch 64 -> 16", "learning-rate 2.0E-4 -> 0.001"));
	}

	@Test
	void anotherObjectiveIsRefusedUnlessItIsAllowed() throws IOException {
		begin("cats", "dogs");
		resume(Map.of("objective", "hinge"), (check) -> {
			assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> check.changes(Set.of()))
				.withMessageEndingWith(
						"objective non-saturating -> hinge; to go on all the same, add --allow-changes=objective");
			assertThat(check.changes(Set.of(ResumeChange.OBJECTIVE)))
				.containsExactly("objective non-saturating -> hinge");
		});
	}

	@Test
	void otherPicturesAndClassesAreRefusedUnlessTheyAreAllowed() throws IOException {
		begin("cats", "dogs");
		picture("birds");
		resume(Map.of(), (check) -> {
			assertThatExceptionOfType(TrainingException.class)
				.isThrownBy(() -> check.changes(Set.of(ResumeChange.PICTURES)))
				.withMessageContaining("other pictures, classes [cats, dogs] -> [birds, cats, dogs]")
				.withMessageEndingWith("add --allow-changes=classes");
			assertThat(check.changes(Set.of(ResumeChange.PICTURES, ResumeChange.CLASSES))).hasSize(2);
		});
	}

	@Test
	void aRunOfAnOlderVersionWhosePicturesAreNotWrittenDownGoesOn() throws IOException {
		begin("cats", "dogs");
		Files.delete(run().resolve("pictures.txt"));
		Files.writeString(run().resolve(Recipe.FILE), "a-setting-of-old: 1\n");
		picture("birds");
		resume(Map.of(), (check) -> assertThat(check.changes(Set.of())).isEmpty());
	}

	@Test
	void aSettingThatTheRecipeOfAnOlderVersionDoesNotHaveIsNoChangeWhileItIsOff() throws IOException {
		begin("cats", "dogs");
		Path recipe = run().resolve(Recipe.FILE);
		Files.writeString(recipe, Files.readString(recipe).replaceFirst("r1: 0.0\n", ""));
		resume(Map.of(), (check) -> assertThat(check.changes(Set.of())).isEmpty());
		resume(Map.of("r1", "2"), (check) -> assertThat(check.changes(Set.of())).containsExactly("r1 none -> 2.0"));
	}

	@Test
	void theRecipeTellsEachChangeWithItsStep() throws IOException {
		begin("cats");
		for (String change : List.of("from step 5: batch 64 -> 16", "from step 9: batch 16 -> 8")) {
			resume(Map.of(), (properties, _) -> Recipe.write(properties, run().resolve(Recipe.FILE), change));
		}
		assertThat(run().resolve(Recipe.FILE)).content()
			.startsWith("# from step 5: batch 64 -> 16\n# from step 9: batch 16 -> 8\n");
	}

	private Path run() {
		return this.folder.resolve("runs/mine");
	}

	private void picture(String label) throws IOException {
		Path file = this.folder.resolve("pictures").resolve(label).resolve("one.png");
		Files.createDirectories(file.getParent());
		ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
	}

	private void begin(String... labels) throws IOException {
		Files.createDirectories(run());
		for (String label : labels) {
			picture(label);
		}
		with(Map.of(), (properties, check) -> {
			check.write();
			Recipe.write(properties, run().resolve(Recipe.FILE), "");
		});
	}

	private void resume(Map<String, String> settings, Consumer<ResumeCheck> use) {
		resume(settings, (_, check) -> use.accept(check));
	}

	private void resume(Map<String, String> settings, Use use) {
		Map<String, String> all = new LinkedHashMap<>(settings);
		all.put("resume", "true");
		with(all, use);
	}

	private void with(Map<String, String> settings, Use use) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("steps", "5"));
		all.putAll(Map.of("data", this.folder.resolve("pictures").toString(), "name", "mine", "runs",
				this.folder.resolve("runs").toString()));
		all.putAll(settings);
		BoundSettings.bind(all, (properties) -> {
			try (PictureSet pictures = PictureSet
				.open(PictureSettings.squares(properties.data(), 8, 3, DataSize.ofMegabytes(1)))) {
				use.of(properties, new ResumeCheck(properties, pictures));
			}
		});
	}

	@FunctionalInterface
	private interface Use {

		void of(TrainingProperties properties, ResumeCheck check);

	}

}
