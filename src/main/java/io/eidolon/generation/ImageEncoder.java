package io.eidolon.generation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.eidolon.image.AnimationFormat;
import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.modelcard.ModelCard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** Encodes pictures and measures how long that takes. */
@Component
class ImageEncoder {

	private final MeterRegistry meters;

	ImageEncoder(MeterRegistry meters) {
		this.meters = meters;
	}

	byte[] still(ModelCard card, StillFormat format, Picture picture, Metadata metadata) {
		return timed(card, format.extension(), () -> format.encode(picture, metadata));
	}

	byte[] animation(ModelCard card, AnimationFormat format, List<Picture> frames, Duration frameTime, boolean loop,
			Metadata metadata) {
		return timed(card, format.extension(), () -> format.encode(frames, frameTime, loop, metadata));
	}

	private byte[] timed(ModelCard card, String format, Supplier<byte[]> encoder) {
		Timer timer = Timer.builder("eidolon.encoder.time")
			.description("Time to encode one image")
			.tag("model", card.name())
			.tag("format", format)
			.register(this.meters);
		return Objects.requireNonNull(timer.record(encoder));
	}

}
