package io.eidolon.inference;

import java.nio.file.Path;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How images are generated.
 *
 * @param workers threads that generate, for all models together, each a batch at a time;
 * the number of processors when it is not set
 * @param maxBatch images that one run of a session generates at most
 * @param queueCapacity images of each model that may wait; a request for more images than
 * that is always refused
 * @param plans the folder in which it is kept how models serve best, so that the next
 * start on a processor of the same kind need not try and time them again; nothing is kept
 * while it is not set
 */
@Validated
@ConfigurationProperties("eidolon.inference")
record InferenceProperties(@Min(1) @Max(1024) @Nullable Integer workers,
		@Min(1) @Max(256) @DefaultValue("4") int maxBatch, @Min(1) @DefaultValue("256") int queueCapacity,
		@Nullable Path plans) {

	/** How many workers there are to be. */
	int workerCount() {
		return (this.workers != null) ? this.workers : Runtime.getRuntime().availableProcessors();
	}

}
