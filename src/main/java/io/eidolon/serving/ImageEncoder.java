package io.eidolon.serving;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.eidolon.image.AnimationFormat;
import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.PictureEncoding;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * Encodes images, writes into each what it was generated from, and measures how long that
 * takes.
 */
@Component
public class ImageEncoder {

	private final Provenance provenance;

	private final MeterProvider<Timer> times;

	ImageEncoder(Provenance provenance, MeterRegistry meters) {
		this.provenance = provenance;
		this.times = Timer.builder("eidolon.encoder.time").description("Time to encode one image").withRegistry(meters);
	}

	/** Encodes an image. */
	public byte[] still(RequestContext request, ImageOrigin origin, PictureEncoding format, Picture picture) {
		Metadata metadata = this.provenance.of(origin);
		return request.compute(pixels(picture),
				() -> timed(origin, format.extension(), () -> format.encode(picture, metadata)));
	}

	/** Encodes an animation, frame by frame, so that others have their turns between. */
	public byte[] animation(RequestContext request, ImageOrigin origin, AnimationFormat format, List<Picture> frames,
			Duration frameTime, boolean loop) {
		Metadata metadata = this.provenance.of(origin);
		return timed(origin, format.extension(),
				() -> format.encode(frames, frameTime, loop, metadata, request::compute));
	}

	private byte[] timed(ImageOrigin origin, String format, Supplier<byte[]> encoder) {
		Timer timer = this.times.withTags(Tags.of("model", origin.card().name(), "format", format));
		return Objects.requireNonNull(timer.record(encoder));
	}

	private static long pixels(Picture picture) {
		return (long) picture.width() * picture.height();
	}

}
