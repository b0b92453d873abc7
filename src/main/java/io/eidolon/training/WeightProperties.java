package io.eidolon.training;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the command that converts weights.
 *
 * @param from a checkpoint, the folder of a model, or any other file that init-from takes
 * @param to the .safetensors file to write
 */
@Validated
@ConfigurationProperties("eidolon.weights")
record WeightProperties(@NotNull(message = NEEDED) Path from, @NotNull(message = NEEDED) Path to) {

	private static final String NEEDED = "is needed";

}
