package io.eidolon.jobs;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param id names it
 * @param client who asked for it
 * @param state how far it has come
 * @param request what was asked for, of a version of a model
 * @param done how many pictures are generated
 * @param shardSize how many pictures a shard has
 * @param licence the licence of the model, null when its card says nothing
 * @param failure why it failed, null unless it did
 * @param created when it was asked for
 * @param started when the first shard was begun, null before that
 * @param finished when it came to its final state, null before that
 */
public record Job(String id, String client, JobState state, JobRequest request, int done, int shardSize,
		@Nullable String licence, @Nullable String failure, Instant created, @Nullable Instant started,
		@Nullable Instant finished) {

	/** The pictures that were generated in a second, null before any was. */
	public @Nullable Double picturesPerSecond(Instant now) {
		if (this.started == null || this.done == 0) {
			return null;
		}
		Duration time = Duration.between(this.started, (this.finished != null) ? this.finished : now);
		return this.done / Math.max(0.001, time.toNanos() / 1e9);
	}

	/** The seconds until it is done at this speed, null when that cannot be told. */
	public @Nullable Long secondsLeft(Instant now) {
		Double speed = picturesPerSecond(now);
		if (speed == null || this.state.isFinal()) {
			return null;
		}
		return Math.round(Math.ceil((this.request.total() - this.done) / speed));
	}

}
