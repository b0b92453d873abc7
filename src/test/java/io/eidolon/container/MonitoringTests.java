package io.eidolon.container;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Asks Prometheus what the dashboard and the alerts ask it, while two replicas serve. */
@ContainerTest
class MonitoringTests {

	private static final JsonMapper JSON = new JsonMapper();

	@AutoClose
	private static final Composition composition = new Composition();

	@BeforeAll
	static void start() {
		composition.start();
	}

	@ParameterizedTest
	@MethodSource
	void everyQueryOfTheDashboardHasAnAnswer(String query) {
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			composition.gateway().generate("{\"count\": 4}");
			assertThat(query(query.replace("$__rate_interval", "30s"))).isNotEmpty();
		});
	}

	static Stream<String> everyQueryOfTheDashboardHasAnAnswer() {
		return JSON.readTree(Path.of("deploy/grafana/dashboards/eidolon.json").toFile())
			.get("panels")
			.valueStream()
			.flatMap((panel) -> panel.get("targets").valueStream())
			.map((target) -> target.get("expr").asString());
	}

	@Test
	void everyReplicaIsWatched() {
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(query("up{job=\"eidolon\"} == 1")).hasSize(2));
	}

	@Test
	void alertsFireWhenTheyShouldAndNotBefore() throws Exception {
		assertThat(composition.inPrometheus("promtool", "test", "rules", "/etc/prometheus/alerts.test.yml"))
			.contains("SUCCESS")
			.doesNotContain("FAILED");
	}

	@Test
	void everyAlertIsTested() throws IOException {
		String tests = Files.readString(Path.of("deploy/prometheus/alerts.test.yml"));
		assertThat(rules()).isNotEmpty()
			.allSatisfy((rule) -> assertThat(tests).contains("alertname: " + rule.get("name").asString()));
	}

	@Test
	void noAlertFiresWhileAllIsWell() {
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(rules()).isNotEmpty()
				.allSatisfy((rule) -> assertThat(rule.get("health").asString()).isEqualTo("ok")));
		assertThat(rules()).allSatisfy((rule) -> assertThat(rule.get("state").asString()).isNotEqualTo("firing"));
	}

	private static JsonNode query(String query) {
		JsonNode answer = JSON.readTree(composition.prometheus()
			.get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
			.body());
		assertThat(answer.get("status").asString()).as("%s: %s", query, answer).isEqualTo("success");
		return answer.get("data").get("result");
	}

	private static JsonNode rules() {
		return JSON.readTree(composition.prometheus().get("/api/v1/rules").body())
			.get("data")
			.get("groups")
			.get(0)
			.get("rules");
	}

}
