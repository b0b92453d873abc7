package io.eidolon.training.network;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The size of pictures that networks can be made for. They halve both sides equally
 * often, until the shorter one has 4 to 7 places.
 *
 * @param width pixels of a row
 * @param height pixels of a column
 */
public record PictureSize(int width, int height) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,4})(?:[xX](\\d{1,4}))?");

	private static final int LEAST = 28;

	private static final int MOST = 256;

	/** The longer side as a multiple of the shorter one, at most. */
	private static final int LONGEST = 4;

	/** The smallest resolution of networks, at least. */
	private static final int INNER = 4;

	/** Takes a size that networks can be made for. */
	public PictureSize {
		int shorter = Math.min(width, height);
		int longer = Math.max(width, height);
		if (!sides().contains(shorter)) {
			throw new IllegalArgumentException("must have a shorter side of one of %s pixels".formatted(sides()));
		}
		int step = 1 << halvings(shorter);
		if (longer % step != 0 || longer > LONGEST * shorter) {
			throw new IllegalArgumentException("must have beside %s pixels a multiple of %s, at most %s"
				.formatted(shorter, step, LONGEST * shorter));
		}
	}

	/** A square. */
	public static PictureSize square(int side) {
		return new PictureSize(side, side);
	}

	/**
	 * Reads a size as settings have it: {@code 64} for a square, {@code 64x96} for 64
	 * pixels of width and 96 of height.
	 * @throws IllegalArgumentException when it is none that networks can be made for
	 */
	public static PictureSize of(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new IllegalArgumentException("must be a side in pixels or width x height, such as 64 or 64x96");
		}
		int width = Integer.parseInt(form.group(1));
		return new PictureSize(width, (form.group(2) != null) ? Integer.parseInt(form.group(2)) : width);
	}

	/** The sides of squares, which are the shorter sides of oblong pictures. */
	private static List<Integer> sides() {
		return IntStream.rangeClosed(LEAST, MOST).filter((side) -> side % (1 << halvings(side)) == 0).boxed().toList();
	}

	/** How often networks halve the sides. */
	public int halvings() {
		return halvings(Math.min(this.width, this.height));
	}

	private static int halvings(int shorter) {
		return Math.max(0, 31 - Integer.numberOfLeadingZeros(shorter / INNER));
	}

	/** The height of maps after so many halvings. */
	public int height(int halvings) {
		return this.height >> halvings;
	}

	/** The width of maps after so many halvings. */
	public int width(int halvings) {
		return this.width >> halvings;
	}

	/** The shorter side. */
	public int shorter() {
		return Math.min(this.width, this.height);
	}

	/** As settings have it. */
	@Override
	public String toString() {
		return (this.width == this.height) ? String.valueOf(this.width) : this.width + "x" + this.height;
	}

}
