package io.eidolon.training.attributes;

import java.util.List;

import io.eidolon.training.attributes.AttributeReport.Row;
import io.eidolon.training.attributes.AttributeReport.Told;
import io.eidolon.training.data.AttributeTable.Attribute;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttributeReportTests {

	private static final List<Attribute> ATTRIBUTES = List.of(new Attribute("glasses", List.of("", "glasses")),
			new Attribute("skin", List.of("dark", "light", "tan")));

	@Test
	void countsThePromptsThatSayAnAttribute() {
		int[][] said = { { 1, 0 }, { 0, 1 }, { 1, 1 }, { -1, -1 } };
		int[][] real = { { 1, 0 }, { 1, 0 }, { 1, 1 }, { 0, 0 } };
		int[][] generated = { { 0, 0 }, { 1, 1 }, { 1, 1 }, { 0, 0 } };
		assertThat(AttributeReport.of(ATTRIBUTES, said, real, generated).rows()).containsExactly(
				new Row("glasses", 2, 1, new Told(1, 1), new Told(0.5, 1)),
				new Row("skin", 3, 2 / 3.0, new Told(2 / 3.0, Double.NaN), new Told(1, Double.NaN)));
	}

	@Test
	void anAttributeThatNobodySaysIsLeftOut() {
		int[][] values = { { 0, 2 } };
		assertThat(AttributeReport.of(ATTRIBUTES, values, values, new int[0][]).rows())
			.containsExactly(new Row("skin", 1, 1, new Told(1, Double.NaN), null));
	}

}
