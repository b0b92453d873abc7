package io.eidolon.serving;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
public class ImageEncoder {

	private final MeterRegistry meters;

	private final Map<EncodedAs, Timer> timers = new ConcurrentHashMap<>();

	ImageEncoder(MeterRegistry meters) {
		this.meters = meters;
	}

	/** Encodes a picture. */
	public byte[] still(ModelCard card, StillFormat format, Picture picture, Metadata metadata) {
		return timed(card, format.extension(), () -> format.encode(picture, metadata));
	}

	/** Encodes an animation. */
	public byte[] animation(ModelCard card, AnimationFormat format, List<Picture> frames, Duration frameTime,
			boolean loop, Metadata metadata) {
		return timed(card, format.extension(), () -> format.encode(frames, frameTime, loop, metadata));
	}

	private byte[] timed(ModelCard card, String format, Supplier<byte[]> encoder) {
		Timer timer = this.timers.computeIfAbsent(new EncodedAs(card.name(), format), this::timer);
		return Objects.requireNonNull(timer.record(encoder));
	}

	private Timer timer(EncodedAs encoded) {
		return Timer.builder("eidolon.encoder.time")
			.description("Time to encode one image")
			.tag("model", encoded.model())
			.tag("format", encoded.format())
			.register(this.meters);
	}

	private record EncodedAs(String model, String format) {

	}

}
