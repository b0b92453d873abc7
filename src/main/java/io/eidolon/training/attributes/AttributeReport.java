package io.eidolon.training.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.eidolon.training.data.AttributeTable.Attribute;

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
			int[] saying = IntStream.range(0, said.length)
				.filter((i) -> said[i][attribute] >= 0 && said[i][attribute] != nothing)
				.toArray();
			if (saying.length > 0) {
				rows.add(new Row(attributes.get(a).name(), saying.length, mostFrequent(said, saying, a),
						agreement(said, real, saying, a), (generated.length > 0)
								? OptionalDouble.of(agreement(said, generated, saying, a)) : OptionalDouble.empty()));
			}
		}
		return new AttributeReport(rows);
	}

	private static double agreement(int[][] said, int[][] told, int[] pictures, int attribute) {
		return (double) IntStream.of(pictures).filter((i) -> said[i][attribute] == told[i][attribute]).count()
				/ pictures.length;
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
						| attribute | prompts that say it | most frequent value | real pictures | generated pictures | of the real |
						| --- | --- | --- | --- | --- | --- |
						""");
		for (Row row : this.rows) {
			table.append(
					"| %s | %d | %s | %s | %s | %s |\n".formatted(row.attribute, row.prompts, percent(row.mostFrequent),
							percent(row.real), row.generated.isPresent() ? percent(row.generated.getAsDouble()) : "",
							row.generated.isPresent() ? percent(row.generated.getAsDouble() / row.real) : ""));
		}
		return table.toString();
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.0f %%", 100 * share);
	}

	/**
	 * An attribute.
	 *
	 * @param attribute its name
	 * @param prompts how many captions say it
	 * @param mostFrequent how often whoever always tells the most frequent value is right
	 * @param real how often the classifier is right about real pictures, which is the
	 * most that can be expected
	 * @param generated how often it tells of a generated picture what the caption says
	 */
	public record Row(String attribute, int prompts, double mostFrequent, double real, OptionalDouble generated) {

	}

}
