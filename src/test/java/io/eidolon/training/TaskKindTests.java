package io.eidolon.training;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TaskKindTests {

	@ParameterizedTest
	@CsvSource({ "training.data, TRAIN", "training.threads, TRAIN", "training.recipe, TRAIN",
			"training.mixtures, MIXTURES", "encoder.model, ENCODE", "evaluation.model, EVALUATE",
			"attributes.data, ATTRIBUTES", "feature-network.output, FEATURES", "anomaly.data, ANOMALY",
			"sentences.model, SENTENCES" })
	void aSettingAsksForATask(String setting, TaskKind expected) {
		assertThat(TaskKind.askedFor(given("eidolon." + setting))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "lr, learning-rate", "batch_size, batch", "epochs, steps", "dataset, data",
			"learnin-rate, learning-rate", "eidolon.training.lr, eidolon.training.learning-rate" })
	void aNameOfOtherProgramsIsAnsweredWithItsOwn(String given, String meant) {
		assertThat(TaskKind.TRAIN.refusal(given))
			.isEqualTo("--%s is no setting of train; did you mean --%s?".formatted(given, meant));
	}

	@Test
	void settingsOfTwoTasksAreRefusedWithBothNamed() {
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> TaskKind.askedFor(given("eidolon.encoder.model", "eidolon.training.recipe")))
			.withMessage("eidolon.training.recipe asks for train and eidolon.encoder.model asks for encode; "
					+ "give the settings of one of them, or name the command first");
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> TaskKind.askedFor(given("eidolon.evaluation.model", "eidolon.training.mixtures")))
			.withMessageContainingAll("eidolon.evaluation.model asks for evaluate",
					"eidolon.training.mixtures asks for mixtures");
	}

	private static MockEnvironment given(String... settings) {
		MockEnvironment environment = new MockEnvironment();
		for (String setting : settings) {
			environment.setProperty(setting, "1");
		}
		return environment;
	}

}
