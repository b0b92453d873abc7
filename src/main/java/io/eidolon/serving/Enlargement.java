package io.eidolon.serving;

import java.util.Objects;
import java.util.stream.Collectors;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.upscaling.Upscaler;
import org.jspecify.annotations.Nullable;

/**
 * How images are enlarged: first by the super-resolution network, then to the nearest
 * pixel.
 *
 * @param upscale the factor of the network, 1 to do without it
 * @param scale the factor by which pixels are repeated
 */
public record Enlargement(int upscale, int scale) {

	/** As images are generated. */
	public static final Enlargement NONE = new Enlargement(1, 1);

	/**
	 * What a request asks for, null for nothing.
	 * @throws InvalidParameterException when the network has no such factor
	 */
	public static Enlargement of(@Nullable Integer upscale, @Nullable Integer scale) {
		if (upscale != null && !Upscaler.FACTORS.contains(upscale)) {
			throw new InvalidParameterException("upscale", upscale,
					Upscaler.FACTORS.stream().map(String::valueOf).collect(Collectors.joining(" or "))
							+ ", or left out");
		}
		return new Enlargement(Objects.requireNonNullElse(upscale, 1), Objects.requireNonNullElse(scale, 1));
	}

	/** The same without the network. */
	public Enlargement withoutUpscaling() {
		return new Enlargement(1, this.scale);
	}

	/** The factor in all. */
	public int factor() {
		return this.upscale * this.scale;
	}

	/** The factor of the network, null without it. */
	public @Nullable Integer upscaleIfAny() {
		return (this.upscale > 1) ? this.upscale : null;
	}

	/** What names of files say of the network; nothing without it. */
	public String fileSuffix() {
		return (this.upscale > 1) ? "-x" + this.upscale : "";
	}

	/** The pixels of an image once it is enlarged. */
	public long pixels(ImageShape shape) {
		return (long) shape.width() * shape.height() * factor() * factor();
	}

}
