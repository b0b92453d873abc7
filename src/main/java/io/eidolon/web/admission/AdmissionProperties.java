package io.eidolon.web.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests are served at a time. Others wait for their turn, as long as they can
 * be expected to be answered in time.
 *
 * @param maxPictures requests for pictures; eight for each processor when it is not set
 * @param maxInterpolations interpolations; two for each processor when it is not set
 * @param maxSearches edits and projections; two for each processor when it is not set
 * @param maxWaiting requests of each of these kinds that wait
 */
@Validated
@ConfigurationProperties("eidolon.admission")
record AdmissionProperties(@Nullable @Min(1) Integer maxPictures, @Nullable @Min(1) Integer maxInterpolations,
		@Nullable @Min(1) @Max(AdmissionProperties.MOST_SEARCHES) Integer maxSearches,
		@DefaultValue("1024") @Min(0) int maxWaiting) {

	/** Each queues up to 16 gradients, of 256 that may wait. */
	static final int MOST_SEARCHES = 16;

	private static final int PICTURES_PER_PROCESSOR = 8;

	private static final int PER_PROCESSOR = 2;

	int pictures() {
		return (this.maxPictures != null) ? this.maxPictures : PICTURES_PER_PROCESSOR * processors();
	}

	int interpolations() {
		return (this.maxInterpolations != null) ? this.maxInterpolations : PER_PROCESSOR * processors();
	}

	int searches() {
		return (this.maxSearches != null) ? this.maxSearches : Math.min(MOST_SEARCHES, PER_PROCESSOR * processors());
	}

	private static int processors() {
		return Runtime.getRuntime().availableProcessors();
	}

}
