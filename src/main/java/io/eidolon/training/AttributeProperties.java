package io.eidolon.training;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the command that measures how well a model follows prompts.
 *
 * @param data real pictures with captions and attributes; giving it measures instead of
 * training a generator
 * @param captions a CSV file of captions, as for training
 * @param captionColumn its columns of captions, as for training
 * @param columns its columns of attributes that are measured; by default all others
 * @param model the folder of a model that takes prompts; by default only the classifier
 * is measured
 * @param imageSize the side of the pictures in pixels, where there is no model
 * @param heldOut the share of the pictures that the classifier does not learn from, which
 * must be the one that was kept from the model
 * @param prompts how many captions of held-out pictures are taken at most
 * @param epochs how often the classifier sees each picture
 * @param page a file that the table is written to
 * @param cache the folder in which decoded pictures are kept
 * @param seed the seed of the classifier
 * @param threads the threads that libtorch computes with; by default one per core
 */
@Validated
@ConfigurationProperties("eidolon.attributes")
record AttributeProperties(@NotNull(message = NEEDED) Path data, @Nullable Path captions,
		@DefaultValue List<String> captionColumn, @DefaultValue List<String> columns, @Nullable Path model,
		@DefaultValue("64") @OneOf( {
				32, 64, 128 }) int imageSize,
		@DefaultValue("0.1") @DecimalMin("0.001") @DecimalMax("0.9") double heldOut,
		@DefaultValue("1000") @Min(1) int prompts, @DefaultValue("10") @Min(1) int epochs, @Nullable Path page,
		@DefaultValue("runs/.cache") Path cache, @DefaultValue("1") long seed,
		@Nullable @Min(1) @Max(1024) Integer threads){

	private static final String NEEDED = "is needed";

}
