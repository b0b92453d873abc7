package io.eidolon.image;

import java.time.Duration;
import java.util.List;

/** Frames of one shape with the time that each is shown, checked. */
record Animation(List<Picture> frames, Duration frameTime, boolean loop) {

	private static final Duration MIN_FRAME_TIME = Duration.ofMillis(10);

	private static final Duration MAX_FRAME_TIME = Duration.ofMinutes(1);

	Animation {
		frames = List.copyOf(frames);
		Picture.requireOneShape(frames);
		if (frameTime.compareTo(MIN_FRAME_TIME) < 0 || frameTime.compareTo(MAX_FRAME_TIME) > 0) {
			throw new IllegalArgumentException("frame time (%s ms) must be between %s and %s ms"
				.formatted(frameTime.toMillis(), MIN_FRAME_TIME.toMillis(), MAX_FRAME_TIME.toMillis()));
		}
	}

	Picture first() {
		return frames().getFirst();
	}

	int frameMillis() {
		return (int) frameTime().toMillis();
	}

}
