package io.eidolon.training;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the command that trains a network that reads pictures.
 *
 * @param model the folder of a model, whose pictures it reads; giving it trains this
 * network instead of a generator
 * @param data pictures with captions, as for training
 * @param dataName the name of the set of pictures, for the card
 * @param captions a CSV file of captions, as for training
 * @param captionColumn its columns of captions, as for training
 * @param heldOut the share of the pictures that it is tested on
 * @param pictures how many pictures it learns from at most
 * @param cache the folder in which decoded pictures and vectors of captions are kept
 */
@Validated
@ConfigurationProperties("eidolon.sentences")
record SentencesProperties(@NotNull(message = NEEDED) Path model, @NotNull(message = NEEDED) Path data,
		@Nullable String dataName, @Nullable Path captions, @DefaultValue List<String> captionColumn,
		@DefaultValue("0.1") @DecimalMin("0.001") @DecimalMax("0.9") double heldOut,
		@DefaultValue("10000") @Min(100) int pictures, @DefaultValue("runs/.cache") Path cache) {

	private static final String NEEDED = "is needed";

}
