package io.eidolon.training.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known of pictures besides their captions. A caption says an attribute when all
 * pictures that have this caption share its value: "a man" leaves open what his hair is
 * like.
 */
final class CaptionAttributes {

	/** In how many attributes a picture differs from a caption that is wrong for it. */
	private static final int DIFFERENCES = 2;

	/** A column of more values holds names or numbers, which nothing is learned from. */
	private static final int MOST_VALUES = 128;

	private static final int OPEN = -1;

	// (columns) the values of each, in the order of their numbers
	private final List<Map<String, Integer>> values;

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
		int[] columns = columns(entries);
		this.values = Stream.<Map<String, Integer>>generate(HashMap::new).limit(columns.length).toList();
		this.pictures = entries.stream().map((entry) -> numbers(entry.attributes(), columns)).toArray(int[][]::new);
		this.captions = new int[count][0];
		for (int picture = 0; picture < this.pictures.length; picture++) {
			for (int caption : captions[picture]) {
				this.captions[caption] = merged(this.captions[caption], this.pictures[picture]);
			}
		}
	}

	/** The columns whose values are few. */
	private static int[] columns(List<CaptionTable.Entry> entries) {
		int all = entries.stream().mapToInt((entry) -> entry.attributes().size()).max().orElse(0);
		return IntStream.range(0, all)
			.filter((column) -> entries.stream()
				.filter((entry) -> !entry.attributes().isEmpty())
				.map((entry) -> entry.attributes().get(column))
				.distinct()
				.limit(MOST_VALUES + 1L)
				.count() <= MOST_VALUES)
			.toArray();
	}

	private int[] numbers(List<String> values, int[] columns) {
		return values.isEmpty() ? new int[0] : IntStream.range(0, columns.length).map((i) -> {
			Map<String, Integer> numbers = this.values.get(i);
			return numbers.computeIfAbsent(values.get(columns[i]), (_) -> numbers.size());
		}).toArray();
	}

	/** How many values each attribute has. */
	int[] counts() {
		return this.values.stream().mapToInt(Map::size).toArray();
	}

	/** The number of a picture's value of each attribute; none where nothing is known. */
	int[] of(int picture) {
		return this.pictures[picture].clone();
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
