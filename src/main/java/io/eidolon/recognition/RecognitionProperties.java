package io.eidolon.recognition;

import java.nio.file.Path;

import io.eidolon.serving.Bounds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one request to recognise pictures may ask for.
 *
 * @param maxPictures pictures whose features are asked for at once
 * @param maxExamples labelled pictures that a probe is fitted to
 * @param maxProbes probes that are kept, of all models
 * @param maxDetectors detectors of anomalies that are open; of more, the least recently
 * used closes, and opens again when it is asked for
 * @param path the folder in which probes and detectors of anomalies are kept; it is made
 * when it is needed
 */
@Validated
@ConfigurationProperties("eidolon.recognition")
public record RecognitionProperties(@DefaultValue("64") @Min(1) @Max(256) int maxPictures,
		@DefaultValue("2000") @Min(2) @Max(2000) int maxExamples, @DefaultValue("100") @Min(0) @Max(1000) int maxProbes,
		@DefaultValue("8") @Min(1) @Max(1000) int maxDetectors, @DefaultValue("data") Path path) {

	/** How many pictures a request may have. */
	public Bounds pictures() {
		return new Bounds(1, this.maxPictures);
	}

	/** How many labelled pictures a probe may be fitted to. */
	public Bounds examples() {
		return new Bounds(2, this.maxExamples);
	}

}
