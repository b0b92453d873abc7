package io.eidolon.web.openai;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.upscaling.Upscaler;
import org.jspecify.annotations.Nullable;

/**
 * A size that pictures of a model can have.
 *
 * @param shape the pictures as they are generated
 * @param enlargement how they come to that size
 */
record OfferedSize(ImageShape shape, Enlargement enlargement) {

	/** As they are generated. */
	private static final String AUTO = "auto";

	static List<OfferedSize> all(ImageShape shape) {
		return Stream.concat(Stream.of(1), Upscaler.FACTORS.stream())
			.map((factor) -> new OfferedSize(shape, new Enlargement(factor, 1)))
			.toList();
	}

	/**
	 * Finds the size that a request asks for.
	 * @param size such as {@code 256x256}, null or {@code auto} for any
	 * @throws InvalidParameterException when pictures cannot have it
	 */
	static OfferedSize of(@Nullable String size, ImageShape shape) {
		List<OfferedSize> all = all(shape);
		if (size == null || size.equals(AUTO)) {
			return all.getFirst();
		}
		return all.stream()
			.filter((one) -> one.toString().equals(size))
			.findFirst()
			.orElseThrow(() -> new InvalidParameterException("size", size, "one of %s, or auto"
				.formatted(all.stream().map(OfferedSize::toString).collect(Collectors.joining(", ")))));
	}

	/** The same size for a picture that is shown for a moment: pixels are repeated. */
	Enlargement preview() {
		return new Enlargement(1, this.enlargement.factor());
	}

	@Override
	public String toString() {
		return "%sx%s".formatted(this.shape.width() * this.enlargement.factor(),
				this.shape.height() * this.enlargement.factor());
	}

}
