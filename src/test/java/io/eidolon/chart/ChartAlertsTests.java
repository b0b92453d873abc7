package io.eidolon.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators are woken for. */
class ChartAlertsTests {

	private static final Path OPERATIONS = Path.of("docs/operations.md");

	private static final Path COMPOSE = Path.of("deploy/prometheus/alerts.yml");

	private static final Path CHART = Path.of("helm/eidolon/files/alerts.yaml");

	private static final List<Rule> RULES = Chart
		.with("prometheusRule: {enabled: true, additionalRules: [{record: pictures, expr: vector(1)}]}")
		.the(PrometheusRule.class)
		.getSpec()
		.getGroups()
		.getFirst()
		.getRules();

	@Test
	void theyLookAtThisReleaseAlone() {
		assertThat(RULES).filteredOn((rule) -> rule.getAlert() != null)
			.hasSize(7)
			.extracting((rule) -> rule.getExpr().getStrVal())
			.allSatisfy((expression) -> assertThat(expression)
				.contains("{namespace=\"studio\", job=\"pictures-eidolon-management\"")
				.doesNotContain("job=\"eidolon\""));
	}

	@Test
	void rulesCanBeAdded() {
		assertThat(RULES).last().extracting(Rule::getRecord).isEqualTo("pictures");
	}

	@Test
	void operationsSayWhatToDo() throws IOException {
		String page = Files.readString(OPERATIONS);
		assertThat(RULES).extracting(Rule::getAlert)
			.filteredOn((alert) -> alert != null)
			.allSatisfy((alert) -> assertThat(page).contains("\n| `" + alert + "` |"));
	}

	@Test
	void theyAreThoseOfCompose() throws IOException {
		assertThat(whatMatters(CHART)).isEqualTo(whatMatters(COMPOSE));
	}

	/** Where there is one Eidolon alone, its job need not be named. */
	private static List<String> whatMatters(Path file) throws IOException {
		JsonNode rules = new YAMLMapper().readTree(file.toFile()).at("/groups/0/rules");
		return rules.valueStream()
			.map((rule) -> rule.toString().replaceAll("job=\\\\\"eidolon\\\\\"(, )?", "").replace("{}", ""))
			.toList();
	}

}
