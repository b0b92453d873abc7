package io.eidolon.training;

import java.nio.file.Path;

import io.eidolon.training.network.ComputeType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the command that trains an encoder for a generator.
 *
 * @param model the folder of a model, whoever trained it; giving it trains its encoder
 * instead of a generator
 * @param data real pictures to train on beside generated ones, as for training; without
 * them the encoder is trained on generated ones alone
 * @param dataName the name of the set of pictures, for the card
 * @param labelColumn the column of labels, as for training
 * @param labelPattern what the names of files are made of, as for training
 * @param heldOut the share of the real pictures that is kept for its evaluation
 * @param steps after how many batches it ends
 * @param minutes the time after which it ends, if that comes first
 * @param batch pictures in a step, half of them real where there are real ones
 * @param learningRate of Adam at the start; it falls along half a cosine to zero
 * @param precision what the convolutions compute with
 * @param seed the seed of weights, latents and the order of pictures
 * @param threads the threads that libtorch computes with; by default one per core
 */
@Validated
@ConfigurationProperties("eidolon.encoder")
record EncoderProperties(@NotNull(message = "is needed") Path model, @Nullable Path data, @Nullable String dataName,
		@Nullable String labelColumn, @Nullable String labelPattern,
		@DefaultValue("0.1") @DecimalMin("0.001") @DecimalMax("0.9") double heldOut,
		@DefaultValue("10000") @Min(1) long steps, @Nullable @Positive Double minutes,
		@DefaultValue("64") @Min(2) int batch, @DefaultValue("0.0005") @Positive double learningRate,
		@DefaultValue("float32") ComputeType precision, @DefaultValue("1") long seed,
		@Nullable @Min(1) @Max(1024) Integer threads) {

}
