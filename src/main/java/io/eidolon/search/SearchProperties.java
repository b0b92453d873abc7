package io.eidolon.search;

import io.eidolon.serving.Bounds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one edit or projection may ask for.
 *
 * @param maxConstraints constraints of one edit
 * @param maxCandidates candidates of one edit
 * @param maxStarts latents that a search begins with
 * @param maxSteps steps of one edit
 * @param maxProjectionSteps steps of one projection
 * @param maxUpload the largest body of a request to edit or to project
 * @param maxPicturePixels pixels of a picture that is to be projected
 */
@Validated
@ConfigurationProperties("eidolon.edit")
public record SearchProperties(@DefaultValue("64") @Min(1) int maxConstraints,
		@DefaultValue("32") @Min(1) int maxCandidates, @DefaultValue("256") @Min(1) int maxStarts,
		@DefaultValue("500") @Min(0) int maxSteps, @DefaultValue("2000") @Min(0) int maxProjectionSteps,
		@DefaultValue("10MB") DataSize maxUpload,
		@DefaultValue("50000000") @Min(1) @Max(1_000_000_000) long maxPicturePixels) {

	/** How many constraints an edit may have. */
	public Bounds constraints() {
		return new Bounds(1, this.maxConstraints);
	}

	/** How many candidates an edit may have. */
	public Bounds candidates() {
		return new Bounds(1, this.maxCandidates);
	}

	/** With how many latents a search may begin. */
	public Bounds starts() {
		return new Bounds(1, this.maxStarts);
	}

	/** How many steps an edit may take. */
	public Bounds steps() {
		return new Bounds(0, this.maxSteps);
	}

	/** How many steps a projection may take. */
	public Bounds projectionSteps() {
		return new Bounds(0, this.maxProjectionSteps);
	}

}
