package io.eidolon.recognition;

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
 */
@Validated
@ConfigurationProperties("eidolon.recognition")
public record RecognitionProperties(@DefaultValue("64") @Min(1) @Max(256) int maxPictures) {

	/** How many pictures a request may have. */
	public Bounds pictures() {
		return new Bounds(1, this.maxPictures);
	}

}
