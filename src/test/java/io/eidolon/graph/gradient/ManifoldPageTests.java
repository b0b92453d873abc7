package io.eidolon.graph.gradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of rules has one home, the code. */
class ManifoldPageTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Za-z0-9]+) \\|");

	@Test
	void thePageHasARowForEachOperator() throws IOException {
		String page = Files.readString(Path.of("docs/manifold.md"));
		int table = page.indexOf("| --- | --- | --- |");
		List<String> names = ROW.matcher(page.substring(table, page.indexOf("\n\n", table)))
			.results()
			.map((MatchResult row) -> row.group(1))
			.toList();
		assertThat(names).isEqualTo(List.copyOf(GradientRules.operators()));
	}

}
