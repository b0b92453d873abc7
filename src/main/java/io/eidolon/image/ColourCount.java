package io.eidolon.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many pixels have a colour.
 *
 * @param rgb 0xRRGGBB
 */
record ColourCount(int rgb, int pixels) {

	/** Counts the colours of a picture, ascending. */
	static List<ColourCount> of(Picture picture) {
		int[] sorted = new int[picture.width() * picture.height()];
		Arrays.setAll(sorted, picture::rgb);
		Arrays.sort(sorted);
		List<ColourCount> counts = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= sorted.length; i++) {
			if (i == sorted.length || sorted[i] != sorted[start]) {
				counts.add(new ColourCount(sorted[start], i - start));
				start = i;
			}
		}
		return counts;
	}

	/** The value of a channel: 0 red, 1 green, 2 blue. */
	int value(int channel) {
		return (rgb() >> (16 - 8 * channel)) & 0xff;
	}

}
