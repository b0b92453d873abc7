package io.eidolon.training.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.eidolon.training.data.AttributeTable.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * How often pictures have the attributes that their captions say.
 *
 * @param rows one for each attribute
 */
public record AttributeReport(List<Row> rows) {

	/**
	 * Compares what the classifier tells with what captions say. A caption says nothing
	 * of an attribute whose value is empty.
	 * @param said (pictures, attributes) the values that captions say, negative where
	 * nothing is known
	 * @param real (pictures, attributes) the values that the classifier tells of the real
	 * pictures
	 * @param generated the same of generated pictures, empty where there are none
	 */
	static AttributeReport of(List<Attribute> attributes, int[][] said, int[][] real, int[][] generated) {
		List<Row> rows = new ArrayList<>();
		for (int a = 0; a < attributes.size(); a++) {
			int attribute = a;
			int nothing = attributes.get(a).values().indexOf("");
			int[] saying = pictures(said, (values) -> values[attribute] >= 0 && values[attribute] != nothing);
			int[] silent = pictures(said, (values) -> values[attribute] >= 0 && values[attribute] == nothing);
			if (saying.length > 0) {
				rows.add(new Row(attributes.get(a).name(), saying.length, mostFrequent(said, saying, a),
						Told.of(said, real, saying, silent, a),
						(generated.length > 0) ? Told.of(said, generated, saying, silent, a) : null));
			}
		}
		return new AttributeReport(rows);
	}

	private static int[] pictures(int[][] said, Predicate<int[]> chosen) {
		return IntStream.range(0, said.length).filter((i) -> chosen.test(said[i])).toArray();
	}

	private static double mostFrequent(int[][] said, int[] pictures, int attribute) {
		int[] counts = new int[IntStream.of(pictures).map((i) -> said[i][attribute]).max().orElse(0) + 1];
		IntStream.of(pictures).forEach((i) -> counts[said[i][attribute]]++);
		return (double) IntStream.of(counts).max().orElse(0) / pictures.length;
	}

	/** The report as a table in Markdown. */
	public String table() {
		StringBuilder table = new StringBuilder(
				"""
						| attribute | prompts | most frequent | real | generated | of the real | unsaid, real | unsaid, generated |
						| --- | --- | --- | --- | --- | --- | --- | --- |
						""");
		for (Row row : this.rows) {
			Told generated = row.generated;
			table.append("| %s | %s | %s | %s | %s | %s | %s | %s |\n".formatted(row.attribute, row.prompts,
					percent(row.mostFrequent), percent(row.real.right),
					(generated != null) ? percent(generated.right) : "",
					(generated != null) ? percent(generated.right / row.real.right) : "", percent(row.real.unsaid),
					(generated != null) ? percent(generated.unsaid) : ""));
		}
		return table.toString();
	}

	private static String percent(double share) {
		return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
	}

	/**
	 * An attribute.
	 *
	 * @param attribute its name
	 * @param prompts how many captions say it
	 * @param mostFrequent how often whoever always tells the most frequent value is right
	 * @param real what the classifier tells of real pictures, which is the most that can
	 * be expected
	 * @param generated what it tells of generated pictures, null where there are none
	 */
	public record Row(String attribute, int prompts, double mostFrequent, Told real, @Nullable Told generated) {

	}

	/**
	 * What the classifier tells of pictures.
	 *
	 * @param right how often it tells what the caption says
	 * @param unsaid how often it tells something where the caption says nothing; no
	 * number where all captions say something
	 */
	public record Told(double right, double unsaid) {

		private static Told of(int[][] said, int[][] told, int[] saying, int[] silent, int attribute) {
			return new Told(same(said, told, saying, attribute), 1 - same(said, told, silent, attribute));
		}

		private static double same(int[][] said, int[][] told, int[] pictures, int attribute) {
			return IntStream.of(pictures)
				.mapToDouble((i) -> (said[i][attribute] == told[i][attribute]) ? 1 : 0)
				.average()
				.orElse(Double.NaN);
		}

	}

}
