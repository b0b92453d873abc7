package io.eidolon.training.attributes;

import java.util.List;
import java.util.OptionalDouble;

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
				new AttributeReport.Row("glasses", 2, 1, 1, OptionalDouble.of(0.5)),
				new AttributeReport.Row("skin", 3, 2 / 3.0, 2 / 3.0, OptionalDouble.of(1)));
	}

	@Test
	void anAttributeThatNobodySaysIsLeftOut() {
		int[][] values = { { 0, 2 } };
		assertThat(AttributeReport.of(ATTRIBUTES, values, values, new int[0][]).rows())
			.containsExactly(new AttributeReport.Row("skin", 1, 1, 1, OptionalDouble.empty()));
	}

}
