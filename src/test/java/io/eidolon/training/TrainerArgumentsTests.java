package io.eidolon.training;

import java.util.List;
import java.util.Objects;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TrainerArgumentsTests {

	@Test
	void aCommandTakesItsSettingsByTheirShortNamesAndByTheirFullOnes() {
		TrainerArguments arguments = TrainerArguments.parse("--spring.profiles.active=train", "train",
				"--data=my pictures.zip", "--name", "mine", "--eidolon.training.nf=8", "--augment=colour",
				"--augment=cutout", "--card.title=a=b", "--resume", "--logging.level.root=debug");
		assertThat(arguments.task()).isEqualTo(TaskKind.TRAIN);
		assertThat(arguments.forSpring()).containsExactlyInAnyOrder("--spring.profiles.active=train",
				"--eidolon.training.data=my pictures.zip", "--eidolon.training.name=mine", "--eidolon.training.nf=8",
				"--eidolon.training.augment=colour", "--eidolon.training.augment=cutout",
				"--eidolon.training.card.title=a=b", "--eidolon.training.resume=true", "--logging.level.root=debug");
	}

	@Test
	void withoutACommandArgumentsAreSpringsOwn() {
		TrainerArguments arguments = TrainerArguments.parse("--eidolon.training.data=x", "--resume", "--debug");
		assertThat(arguments.task()).isNull();
		assertThat(arguments.forSpring()).containsExactly("--eidolon.training.data=x", "--eidolon.training.resume=true",
				"--debug");
		arguments.requireSettingsOf(TaskKind.TRAIN);
	}

	@Test
	void ofASettingThatIsGivenTwiceTheLastOneCountsUnlessItIsAList() {
		String[] twice = { "--eidolon.training.nf=8", "--eidolon.training.augment=colour", "--eidolon.training.nf=16",
				"--eidolon.training.augment=cutout" };
		List<String> taken = List.of("--eidolon.training.augment=colour", "--eidolon.training.nf=16",
				"--eidolon.training.augment=cutout");
		assertThat(TrainerArguments.parse(twice).forSpring()).containsExactlyElementsOf(taken);
		assertThat(TrainerArguments.parse("train", "--nf=8", "--augment=colour", "--nf=16", "--augment=cutout")
			.forSpring()).containsExactlyInAnyOrderElementsOf(taken);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					--eidolon.training.dta=x      | --eidolon.training.dta is no setting of train; did you mean --eidolon.training.data?
					--eidolon.trainig.batch=8     | --eidolon.trainig.batch is no setting of train; did you mean --eidolon.training.batch?
					--eidolon.encoder.model=x     | --eidolon.encoder.model is a setting of encode, not of train
					--eidolon.models.path=x       | --eidolon.models.path is no setting of train; train --help lists those there are
					--resum                       | --resum is no setting of train; did you mean --resume?
					--data=x                      | --data goes without a command by its full name, --eidolon.training.data
					""")
	void anUnknownSettingIsRefusedWithTheNearestName(String argument, String refusal) {
		TrainerArguments arguments = TrainerArguments.parse("--eidolon.training.image-size=28",
				"--eidolon.training.imageSize=28", "--eidolon.training.augment[0]=cutout", argument);
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> arguments.requireSettingsOf(TaskKind.TRAIN))
			.withMessage(refusal);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					encode --modle=x              | --modle is no setting of encode; did you mean --model?
					encode --recipe=x             | --recipe is no setting of encode; encode --help lists those there are
					mixtures --eidolon.training.nf=8 | --eidolon.training.nf is a setting of train, not of mixtures
					trian                         | trian is no command; there are [train, encode, evaluate, attributes, features, weights, anomaly, sentences, mixtures]
					train pictures.zip            | pictures.zip is no setting; settings begin with two dashes, such as --data=pictures.zip
					train -data=pictures.zip      | -data=pictures.zip is no setting; settings begin with two dashes, such as --data=pictures.zip
					""")
	void aCommandRefusesWhatItDoesNotHave(String line, String refusal) {
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> TrainerArguments.parse(line.split(" ")))
			.withMessage(refusal);
	}

	@Test
	void helpListsCommandsRecipesAndTheSettingsToBeginWith() {
		String help = Objects.requireNonNull(TrainerArguments.parse("--help").help());
		assertThat(help).contains("-h, --help ", "-V, --version ");
		for (TaskKind task : TaskKind.values()) {
			assertThat(help).contains("  " + task.command() + " ").contains(task.description());
		}
		Recipe.names().forEach((name) -> assertThat(help).contains("  " + name + " ").contains(Recipe.purpose(name)));
		assertThat(help.lines().filter((line) -> line.startsWith("  --"))).hasSize(13)
			.allMatch((line) -> line.matches("  --[a-z-]+ +[a-z0-9].+"));
	}

	@Test
	void theExamplesOfTheHelpAreUnderstood() {
		String help = Objects.requireNonNull(TrainerArguments.parse("--help").help());
		List<String> examples = help.substring(help.indexOf("Examples:"))
			.lines()
			.filter((line) -> line.startsWith("  "))
			.toList();
		assertThat(examples).hasSizeGreaterThan(3)
			.allSatisfy((line) -> assertThat(TrainerArguments.parse(line.strip().replace("'", "").split(" ")).task())
				.isNotNull());
	}

	@ParameterizedTest
	@EnumSource
	void helpOfACommandListsAllItsSettings(TaskKind task) {
		String help = Objects.requireNonNull(TrainerArguments.parse(task.command(), "--help").help());
		task.settings()
			.forEach((setting) -> assertThat(help)
				.containsPattern("--" + setting.substring(task.prefix().length()) + "\\[?="));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void theApplicationSaysItsVersionAndRefusesInOneLine(CapturedOutput output) {
		assertThat(TrainingApplication.run("--version")).isZero();
		assertThat(output.getOut()).startsWith("Eidolon ");
		assertThat(TrainingApplication.run("encode", "--modle=x")).isEqualTo(1);
		assertThat(output.getErr()).isEqualTo("--modle is no setting of encode; did you mean --model?%n".formatted());
		assertThat(TrainingApplication.run("--eidolon.training.data=x", "--eidolon.encoder.model=y")).isEqualTo(1);
		assertThat(TrainingApplication.run("--eidolon.training.dta=x")).isEqualTo(1);
		assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).hasSize(2)
			.first()
			.asString()
			.contains("Training ended: eidolon.training.data asks for train and eidolon.encoder.model asks for encode");
	}

}
