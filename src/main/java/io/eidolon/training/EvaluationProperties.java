package io.eidolon.training;

import java.nio.file.Path;

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
 * The settings of the command that measures an exported model.
 *
 * @param model the folder of a model, with its card; giving it measures that model
 * instead of training one
 * @param data the pictures that it was trained on, as for training
 * @param labelColumn the column of labels, as for training
 * @param labelPattern what the names of files are made of, as for training
 * @param run the folder of its run, for curves
 * @param features the space that pictures are compared in: inception-v3-mixed5,
 * eidolon-cifar10-v1, or an ONNX file that describes pictures by vectors
 * @param pictures how many pictures are generated, and how many held-out ones and how
 * many training pictures as a baseline are taken at most
 * @param heldOut the share of the pictures that was kept from training, or would have
 * been
 * @param showTrainingPictures whether the page shows the training pictures that generated
 * ones come closest to; false where their terms do not let them be handed on
 * @param classify real pictures with the model's classes that it has not seen, such as a
 * test set, on which classifiers are tested that have learned from generated pictures and
 * from real ones (classification accuracy score); by default that is not measured
 * @param classifyPictures how many pictures such a classifier learns from at most
 * @param threads how many pictures are described at once; by default one per core
 * @param cache the folder in which features of real pictures are kept, so that the next
 * evaluation is quick
 * @param pages the folder that the model's page and its pictures are written to
 */
@Validated
@ConfigurationProperties("eidolon.evaluation")
record EvaluationProperties(@NotNull(message = NEEDED) Path model, @NotNull(message = NEEDED) Path data,
		@Nullable String labelColumn, @Nullable String labelPattern, @Nullable Path run,
		@DefaultValue("inception-v3-mixed5") String features, @DefaultValue("2000") @Min(6) int pictures,
		@DefaultValue("0.1") @DecimalMin("0.001") @DecimalMax("0.9") double heldOut,
		@DefaultValue("true") boolean showTrainingPictures, @Nullable Path classify,
		@DefaultValue("20000") @Min(100) int classifyPictures, @Nullable @Min(1) @Max(1024) Integer threads,
		@DefaultValue("runs/.cache") Path cache, @DefaultValue("docs/models") Path pages) {

	private static final String NEEDED = "is needed";

}
