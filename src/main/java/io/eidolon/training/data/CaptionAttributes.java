package io.eidolon.training.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is known of pictures besides their captions. A caption says an attribute when all
 * pictures that have this caption share its value: "a man" leaves open what his hair is
 * like.
 */
final class CaptionAttributes {

	/** In how many attributes a picture differs from a caption that is wrong for it. */
	private static final int DIFFERENCES = 2;

	private static final int OPEN = -1;

	// (pictures, columns) the numbers of values
	private final int[][] pictures;

	// (captions, columns) the value that a caption says, or OPEN
	private final int[][] captions;

	/**
	 * Compares the pictures of each caption.
	 * @param captions (pictures, captions of each) the numbers of captions
	 * @param count how many captions there are
	 */
	CaptionAttributes(List<CaptionTable.Entry> entries, int[][] captions, int count) {
		Map<String, Integer> numbers = new HashMap<>();
		this.pictures = entries.stream()
			.map((entry) -> entry.attributes()
				.stream()
				.mapToInt((value) -> numbers.computeIfAbsent(value, (_) -> numbers.size()))
				.toArray())
			.toArray(int[][]::new);
		this.captions = new int[count][0];
		for (int picture = 0; picture < this.pictures.length; picture++) {
			for (int caption : captions[picture]) {
				this.captions[caption] = merged(this.captions[caption], this.pictures[picture]);
			}
		}
	}

	private static int[] merged(int[] said, int[] values) {
		return (said.length == 0) ? values.clone()
				: IntStream.range(0, said.length).map((i) -> (said[i] == values[i]) ? said[i] : OPEN).toArray();
	}

	/** The number of the value that a caption says of each attribute, or -1. */
	int[] said(int caption) {
		return this.captions[caption].clone();
	}

	/** Whether there are attributes of a picture. */
	boolean known(int picture) {
		return this.pictures[picture].length > 0;
	}

	/**
	 * Says whether a picture differs from a caption in two attributes that it says, or in
	 * the only one.
	 */
	boolean contradict(int caption, int picture) {
		int[] said = this.captions[caption];
		int[] values = this.pictures[picture];
		int sayings = 0;
		int differences = 0;
		for (int i = 0; i < said.length; i++) {
			if (said[i] != OPEN) {
				sayings++;
				differences += (said[i] != values[i]) ? 1 : 0;
			}
		}
		return sayings > 0 && differences >= Math.min(DIFFERENCES, sayings);
	}

}
