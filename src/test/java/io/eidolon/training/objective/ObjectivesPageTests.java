package io.eidolon.training.objective;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of objectives has one home, the code. */
class ObjectivesPageTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

	@Test
	void thePageHasARowForEachObjective() throws IOException {
		String page = Files.readString(Path.of("docs/objectives.md"));
		int table = page.indexOf("| --- | --- | --- |");
		List<String> names = ROW.matcher(page.substring(table, page.indexOf("\n\n", table)))
			.results()
			.map((MatchResult row) -> row.group(1))
			.toList();
		assertThat(names).isEqualTo(Objective.ALL.stream().map(Objective::name).toList());
	}

}
