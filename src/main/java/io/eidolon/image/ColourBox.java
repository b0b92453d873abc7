package io.eidolon.image;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Colours that one colour, their mean, is to stand for.
 *
 * @param members at least one colour
 * @param mean the mean as 0xRRGGBB
 * @param error the squared distance to the mean, summed over pixels and channels
 * @param widest the channel that adds most to the error
 * @param threshold the mean in that channel
 */
record ColourBox(List<ColourCount> members, int mean, double error, int widest, double threshold) {

	private static final int CHANNELS = 3;

	static ColourBox around(List<ColourCount> members) {
		double pixels = sum(members, ColourCount::pixels);
		double[] means = new double[CHANNELS];
		double[] errors = new double[CHANNELS];
		int widest = 0;
		int rgb = 0;
		for (int channel = 0; channel < CHANNELS; channel++) {
			int c = channel;
			means[c] = sum(members, (colour) -> (long) colour.pixels() * colour.value(c)) / pixels;
			for (ColourCount colour : members) {
				double difference = colour.value(c) - means[c];
				errors[c] += colour.pixels() * difference * difference;
			}
			widest = (errors[c] > errors[widest]) ? c : widest;
			rgb = rgb << 8 | (int) Math.round(means[c]);
		}
		return new ColourBox(members, rgb, errors[0] + errors[1] + errors[2], widest, means[widest]);
	}

	/**
	 * Splits the box at its mean in the widest channel. With an error above 0 there are
	 * colours on both sides.
	 */
	List<ColourBox> split() {
		Map<Boolean, List<ColourCount>> sides = members().stream()
			.collect(Collectors.partitioningBy((colour) -> colour.value(widest()) > threshold()));
		return sides.values().stream().map(ColourBox::around).toList();
	}

	private static long sum(List<ColourCount> members, ToLongFunction<ColourCount> term) {
		return members.stream().mapToLong(term).sum();
	}

}
