package io.eidolon.training;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SettingsOfUseTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			label-column=age                  | conditional=true
			label-pattern=[age]_...           | balance-classes=true
			captions=captions.csv             | network=text
			caption-column=words              | network=dcgan-text
			caption-reading=clauses           | network=text
			caption-contrast=0.1              | network=text
			step.attributes=1                 | network=text
			prompts=a cat                     | network=text
			blocks=2                          | network=residual
			penalty-every=4                   | r1=1
			schedule.penalty=cosine           | gradient-penalty=1
			step.penalties-before-augment=true | r2=1
			schedule.penalty-end=0.2          | schedule.penalty=cosine r1=1
			step.augment-target=0.6           | augment=cutout
			aided.weight=1                    | aided.trunk=mobilenet-v2
			aided.side=96                     | aided.trunk=mobilenet-v2
			aided.augment=cutout              | aided.trunk=mobilenet-v2
			aided.precision=bfloat16          | aided.trunk=mobilenet-v2
			quality.every=50                  | quality.pictures=100
			quality.features=eidolon-cifar10-v1 | quality.pictures=100
			allow-changes=pictures            | resume=true
			""")
	void aSettingIsRefusedUnlessItDoesSomething(String setting, String beside) {
		String name = setting.substring(0, setting.indexOf('='));
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> require(setting))
			.withMessageStartingWith(name + " does nothing without ");
		assertThatNoException().isThrownBy(() -> require(setting + ' ' + beside));
	}

	@ParameterizedTest
	@CsvSource({ "step.losses=published,objective=hinge", "discriminator-grid=4,export-discriminator=false" })
	void aSettingIsRefusedBesideOneThatLeavesItNothingToDo(String setting, String beside) {
		assertThatNoException().isThrownBy(() -> require(setting));
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> require(setting + ' ' + beside));
	}

	@ParameterizedTest
	@MethodSource("recipes")
	void allSettingsOfARecipeAreOfUse(String recipe) {
		assertThatNoException().isThrownBy(() -> require("recipe=" + recipe));
	}

	@Test
	void withoutSettingsNoneIsRefused() {
		assertThatNoException().isThrownBy(() -> require("nf=8"));
	}

	private static Stream<String> recipes() {
		return Recipe.names().stream();
	}

	private static void require(String settings) {
		Map<String, String> all = new HashMap<>(Map.of("data", "x", "name", "mine", "steps", "1"));
		for (String setting : settings.split(" (?=[a-z.0-9-]+=)")) {
			all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		}
		BoundSettings.bind(all, SettingsOfUse::require);
	}

}
