package io.eidolon.web.edit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.eidolon.editing.Constraint;
import io.eidolon.editing.Region;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.RgbColour;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the picture is to be. The part is a mask or a box.
 */
record ConstraintForm(
		@Schema(description = "colour: the part has the colour. sketch: it has edges where the mask has lines. "
				+ "warp: what is there is found elsewhere. keep: it stays") @Nullable ConstraintType type,

		@Schema(description = "A PNG file in base64, as large as the model's pictures: white is the part, and what is "
				+ "transparent is not") @Nullable String mask,

		@Schema(description = "Left, top, width and height in pixels, instead of a mask",
				example = "[0, 0, 16, 16]") @Nullable List<Integer> box,

		@Schema(description = "For colour: the colour", example = "#cc2222") @Nullable RgbColour colour,

		@Schema(description = "For warp: how many pixels to the right and down",
				example = "[4, 0]") @Nullable List<Integer> by,

		@Schema(description = "How much it counts beside other constraints", defaultValue = "1") @Between(minimum = 0,
				exclusive = true, maximum = 1000) @Nullable Float weight) {

	Constraint toConstraint(String name) {
		if (this.type == null) {
			throw new InvalidParameterException(name + ".type", null, WireType.allowed(ConstraintType.class));
		}
		float counts = Objects.requireNonNullElse(this.weight, 1f);
		refuseOthers(name, this.type);
		Region region = region(name);
		return switch (this.type) {
			case COLOUR -> new Constraint.Paint(region, colour(name), counts);
			case SKETCH -> new Constraint.Sketch(region, counts);
			case WARP -> {
				int[] way = integers(name + ".by", this.by, 2, "two whole numbers, pixels to the right and down");
				yield new Constraint.Warp(region, way[0], way[1], counts);
			}
			case KEEP -> new Constraint.Keep(region, counts);
		};
	}

	private void refuseOthers(String name, ConstraintType kind) {
		if (this.colour != null && kind != ConstraintType.COLOUR) {
			throw new InvalidParameterException(name + ".colour", this.colour, "left out unless type is colour");
		}
		if (this.by != null && kind != ConstraintType.WARP) {
			throw new InvalidParameterException(name + ".by", null, "left out unless type is warp");
		}
	}

	private int colour(String name) {
		if (this.colour == null) {
			throw new InvalidParameterException(name + ".colour", null, WireType.allowed(RgbColour.class));
		}
		return this.colour.rgb();
	}

	private Region region(String name) {
		if (Stream.of(this.mask, this.box).filter(Objects::nonNull).count() != 1) {
			throw new InvalidParameterException(name + ".mask", null, "given, or else box; not both");
		}
		if (this.mask != null) {
			return new Region.Mask(Base64Field.decode(name + ".mask", this.mask));
		}
		int[] sides = integers(name + ".box", this.box, 4, "left, top, width and height, four whole numbers");
		return new Region.Box(sides[0], sides[1], sides[2], sides[3]);
	}

	private static int[] integers(String parameter, @Nullable List<Integer> values, int count, String allowed) {
		if (values == null || values.size() != count) {
			throw new InvalidParameterException(parameter, (values != null) ? values.size() + " numbers" : null,
					allowed);
		}
		return values.stream().mapToInt(Integer::intValue).toArray();
	}

	/** The kinds of constraints. */
	enum ConstraintType {

		COLOUR, SKETCH, WARP, KEEP

	}

}
