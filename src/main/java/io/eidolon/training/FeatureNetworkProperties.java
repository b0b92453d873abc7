package io.eidolon.training;

import java.nio.file.Path;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the command that trains a feature network.
 *
 * @param output the folder that its two files are written to; giving it trains a feature
 * network instead of a generator
 * @param name what the feature space is called
 * @param data labelled pictures to learn from
 * @param test labelled pictures to measure the accuracy on
 * @param dataName the name of the set of pictures, for its card
 * @param epochs how often each picture is seen
 * @param seed the seed of weights and of the order of pictures
 * @param threads the threads that libtorch computes with; by default one per core
 */
@Validated
@ConfigurationProperties("eidolon.feature-network")
record FeatureNetworkProperties(@NotNull(message = NEEDED) Path output,
		@NotNull(message = NEEDED) @Pattern(regexp = "[a-z0-9][a-z0-9-]*",
				message = "must be lower-case letters, digits and dashes") String name,
		@NotNull(message = NEEDED) Path data, @NotNull(message = NEEDED) Path test, @Nullable String dataName,
		@DefaultValue("8") @Min(1) int epochs, @DefaultValue("1") long seed,
		@Nullable @Min(1) @Max(1024) Integer threads) {

	private static final String NEEDED = "is needed";

}
