package io.eidolon.training;

import java.nio.file.Path;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorMethod;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the command that trains a detector of anomalies.
 *
 * @param data good pictures, as for training; giving it trains a detector instead of a
 * generator
 * @param name what requests call the detector
 * @param method how it tells what does not belong: memory, by the nearest patches of good
 * pictures, or reconstruction, by the nearest picture that a generator of good pictures
 * makes
 * @param model for reconstruction, the folder of that generator with its encoder
 * @param output the folder of the service that it is written below, which is its
 * eidolon.recognition.path
 * @param test anomalous pictures, to measure how well it tells them from good ones
 * @param heldOut the share of the good pictures that the threshold is taken from
 * @param falseAlarmRate the share of good pictures that may be called anomalous
 * @param side the pixels of a side of the squares that it looks at, a multiple of 16
 * @param whole whether a memory is one of whole pictures, which tells pictures of another
 * kind, in place of one of patches, which tells defects and where they are
 * @param patches how many patches of good pictures, or whole ones, a memory has
 * @param kappa for reconstruction, the weight of features beside pixels
 * @param seed the seed of what is chosen by chance
 */
@Validated
@ConfigurationProperties("eidolon.anomaly")
record AnomalyProperties(@NotNull(message = "is needed") Path data,
		@NotNull(message = "is needed") @Pattern(regexp = DetectorCard.NAME_PATTERN,
				message = "must be up to 64 lower-case letters, digits and dashes") String name,
		@DefaultValue("memory") DetectorMethod method, @Nullable Path model, @DefaultValue("data") Path output,
		@Nullable Path test, @DefaultValue("0.2") @DecimalMin("0.01") @DecimalMax("0.9") double heldOut,
		@DefaultValue("0.01") @DecimalMin("0.0001") @DecimalMax("0.5") double falseAlarmRate,
		@DefaultValue("128") @Min(32) @Max(DetectorCard.MOST_SIDE) int side, boolean whole,
		@DefaultValue("2000") @Min(1) @Max(8000) int patches, @DefaultValue("10") @DecimalMin("0") double kappa,
		@DefaultValue("1") long seed) {

}
