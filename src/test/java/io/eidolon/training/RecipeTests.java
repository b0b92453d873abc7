package io.eidolon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.Schedule;
import io.eidolon.training.loop.Schedules;
import io.eidolon.training.loop.StepOptions;
import io.eidolon.training.loop.TrainingException;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.objective.Minimax;
import io.eidolon.training.objective.Relativistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecipeTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@ParameterizedTest
	@MethodSource("names")
	void everyRecipeThatComesWithTheTrainerBinds(String name) {
		BoundSettings.bind(Map.of("recipe", name, "data", "pictures", "name", "mine", "minutes", "1"),
				(settings) -> assertThat(settings.recipe()).isEqualTo(name));
	}

	static List<String> names() {
		List<String> names = Recipe.names();
		assertThat(names).containsExactly("aided-64-small", "dcgan-32", "dcgan-64", "dcgan-64-small", "r3gan-32",
				"r3gan-64-small", "text-64-small");
		return names;
	}

	@ParameterizedTest
	@MethodSource("names")
	void everyRecipeSaysInItsFirstLineWhenToTakeIt(String name) {
		assertThat(Recipe.purpose(name)).matches("(For|As) [a-z0-9].*\\.").hasSizeLessThan(100);
	}

	@Test
	void theRecipesOfR3ganTakeItsNetworksAndItsGame() {
		BoundSettings.bind(Map.of("recipe", "r3gan-64-small", "data", "pictures", "name", "mine", "minutes", "1"),
				(settings) -> {
					assertThat(settings.network()).isEqualTo(NetworkKind.RESIDUAL);
					assertThat(settings.objective()).isEqualTo(new Relativistic());
					assertThat(settings.r1()).isPositive();
					assertThat(settings.r2()).isPositive();
					assertThat(settings.step().options()).isEqualTo(new StepOptions(true, true, 0, 0));
					assertThat(settings.blocks()).isEqualTo(2);
					assertThat(settings.schedule().schedules())
						.isEqualTo(new Schedules(Schedule.COSINE, Schedule.COSINE, 0.25, 0, 0.1, 0.1, 0.9));
				});
	}

	@Test
	void theCommandLineOverridesTheRecipe() {
		BoundSettings.bind(Map.of("recipe", "dcgan-64-small", "data", "pictures", "name", "mine", "minutes", "1", "nf",
				"8", "augment", "cutout"), (settings) -> {
					assertThat(settings.nf()).isEqualTo(8);
					assertThat(settings.augment()).extracting(Augmentation::name).containsExactly("cutout");
					assertThat(settings.flip()).isTrue();
					assertThat(settings.schedule().learningRate()).isEqualTo(Schedule.COSINE);
				});
	}

	@Test
	void whatARunWritesRepeatsIt() throws IOException {
		Path written = this.folder.resolve("recipe.yaml");
		List<TrainingProperties> first = new ArrayList<>();
		BoundSettings.bind(Map.ofEntries(Map.entry("data", "my pictures: all.zip"), Map.entry("name", "mine"),
				Map.entry("steps", "12345678901"), Map.entry("objective", "minimax"), Map.entry("network", "residual"),
				Map.entry("r1", "0.3"), Map.entry("channels", "1"), Map.entry("augment", "translation,colour"),
				Map.entry("class-names", "T-shirt,no,1e3,Ankle boot: high"), Map.entry("checkpoint-every", "90s"),
				Map.entry("memory", "3MB"), Map.entry("learning-rate", "1e-5"),
				Map.entry("schedule.learning-rate", "cosine"), Map.entry("schedule.warmup", "0.05"),
				Map.entry("card.title", "One: \"two\", #three"), Map.entry("card.version", "1.0")), first::add);
		Recipe.write(first.getFirst(), written, "");
		BoundSettings.bind(Map.of("recipe", written.toString()), (again) -> {
			assertThat(again).usingRecursiveComparison().ignoringFields("recipe").isEqualTo(first.getFirst());
			assertThat(again.objective()).isEqualTo(new Minimax());
			assertThat(again.classNames()).containsExactly("T-shirt", "no", "1e3", "Ankle boot: high");
		});
		assertThat(Files.readString(written)).contains("steps: 12345678901", "end: 0.1").doesNotContain("resume");
	}

	@Test
	void anEndOnTheCommandLineStandsForThatOfTheRecipe() throws IOException {
		Path recipe = Files.writeString(this.folder.resolve("r.yaml"), "data: pictures\nname: mine\nsteps: 5\n");
		BoundSettings.bind(Map.of("recipe", recipe.toString(), "minutes", "2"), (settings) -> {
			assertThat(settings.steps()).isNull();
			assertThat(settings.minutes()).isEqualTo(2);
		});
	}

	@Test
	void anUnknownRecipeIsAnsweredWithThoseThatThereAre() {
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> Recipe.read("stylegan"))
			.withMessageStartingWith("eidolon.training.recipe (stylegan) is no file and none of [aided-64-small, ");
	}

	@Test
	void anUnknownSettingIsNamedWithItsRecipe() throws IOException {
		Path recipe = Files.writeString(this.folder.resolve("r.yaml"),
				"nf: 8\nresume: true\nschedule:\n  learnrate: cosine\nclass-names: [a, b]\n");
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> Recipe.read(recipe.toString()))
			.withMessage("The recipe %s has unknown settings [resume, schedule.learnrate (schedule.learning-rate?)]; "
				.formatted(recipe) + "docs/settings.md lists those there are");
	}

	@Test
	void aFileThatIsNoYamlIsNamedInOneLine() throws IOException {
		Path recipe = Files.writeString(this.folder.resolve("r.yaml"), "nf: [8\nbatch: }");
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> Recipe.read(recipe.toString()))
			.withMessageStartingWith("The recipe " + recipe + " cannot be read: ")
			.withMessageNotContaining("\n");
	}

}
