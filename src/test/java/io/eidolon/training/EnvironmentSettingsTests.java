package io.eidolon.training;

import java.util.Set;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnvironmentSettingsTests {

	@Test
	void anUnknownVariableIsRefusedWithTheNearestName() {
		assertThatExceptionOfType(TrainingException.class)
			.isThrownBy(() -> new EnvironmentSettings(Set.of("PATH", "EIDOLON_TRAINING_LEARNINGRTE"))
				.requireSettingsOf(TaskKind.TRAIN))
			.withMessage("The environment variable EIDOLON_TRAINING_LEARNINGRTE is no setting of train; "
					+ "did you mean EIDOLON_TRAINING_LEARNINGRATE?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "EIDOLON_TRAINING_LEARNINGRATE", "EIDOLON_TRAINING_LEARNING_RATE",
			"EIDOLON_TRAINING_CARD_TITLE", "EIDOLON_TRAINING_AUGMENT_0", "EIDOLON_TRAINING_WORLDSIZE",
			"EIDOLON_TRAINING_MIXTURES", "EIDOLON_TRAINING_SERVICE_HOST", "EIDOLON_TRAINING_PORT_8080_TCP_ADDR",
			"EIDOLON_EVALUATION_ANYTHING", "EIDOLON_MODELS_PATH" })
	void settingsAndWhatIsOfOthersPass(String variable) {
		assertThatCode(() -> new EnvironmentSettings(Set.of(variable)).requireSettingsOf(TaskKind.TRAIN))
			.doesNotThrowAnyException();
	}

}
