package io.eidolon.training;

import java.nio.file.Path;
import java.util.Map;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.training.loop.TrainingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Of models to begin with, whose captions were read as a whole. */
class InitialReadingTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path models;

	@BeforeEach
	void writeModel() {
		TinyGenerators.writePrompted(this.models, "people", 16, 3, "man");
	}

	@Test
	void aRunThatReadsCaptionsOtherwiseThanItsFirstModelIsRefused() {
		assertThatExceptionOfType(TrainingException.class).isThrownBy(() -> require("text-64-small", "clauses"))
			.withMessageContainingAll(this.models.resolve("people").toString(), "caption-reading=whole,",
					"caption-reading=clauses:");
	}

	@Test
	void aRunThatReadsCaptionsAsItsFirstModelBegins() {
		assertThatNoException().isThrownBy(() -> require("text-64-small", "whole"));
	}

	@Test
	void aRunWithoutCaptionsTakesWhatFits() {
		assertThatNoException().isThrownBy(() -> require("dcgan-64-small", "whole"));
	}

	private void require(String recipe, String reading) {
		BoundSettings.bind(Map.of("data", "x", "name", "mine", "steps", "1", "recipe", recipe, "caption-reading",
				reading, "init-from", this.models.resolve("people").toString()), InitialReading::require);
	}

}
