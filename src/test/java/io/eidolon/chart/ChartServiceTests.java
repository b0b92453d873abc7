package io.eidolon.chart;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.eidolon.EidolonApplication;
import io.eidolon.graph.TinyGenerators;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the chart says of the service is true of the service, which runs here with the
 * chart's settings.
 */
class ChartServiceTests {

	private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

	private static final Manifests MANIFESTS = Chart.with("""
			settings: {eidolon: {models: {default-model: fashion}}}
			serviceMonitor: {enabled: true}
			prometheusRule: {enabled: true}
			autoscaling: {enabled: true, queueDepth: 32}
			""");

	@TempDir
	private static Path folder;

	@SuppressWarnings("NullAway.Init")
	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws Exception {
		TinyGenerators.write(folder.resolve("models"), "peeps", 8, 3);
		TinyGenerators.write(folder.resolve("models"), "fashion", 8, 1);
		Files.writeString(folder.resolve("application.yaml"),
				MANIFESTS.the(ConfigMap.class).getData().get("application.yaml"));
		context = SpringApplication.run(EidolonApplication.class, "--server.port=0", "--management.server.port=0",
				"--eidolon.models.path=" + folder.resolve("models"),
				"--spring.config.additional-location=file:" + folder + "/");
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@Test
	void probesFindWhatTheyAskFor() throws Exception {
		Container service = MANIFESTS.service();
		for (Probe probe : List.of(service.getStartupProbe(), service.getLivenessProbe(),
				service.getReadinessProbe())) {
			assertThat(get(probe.getHttpGet().getPort().getStrVal(), probe.getHttpGet().getPath()).statusCode())
				.as("%s", probe)
				.isEqualTo(200);
		}
	}

	@Test
	void itsPortsAreThoseItIsToldToListenOn() {
		Container service = MANIFESTS.service();
		assertThat(service.getPorts()).extracting(ContainerPort::getName).containsExactly("http", "management");
		assertThat(service.getPorts()).extracting((port) -> port.getContainerPort().toString())
			.containsExactly(Manifests.variable(service, "SERVER_PORT"),
					Manifests.variable(service, "MANAGEMENT_SERVER_PORT"));
	}

	@Test
	void settingsReachIt() throws Exception {
		assertThat(generate().headers().firstValue("Content-Type")).contains("image/png");
		assertThat(get("management", "/actuator/prometheus").body())
			.contains("eidolon_requests_total{model=\"fashion\"");
	}

	@Test
	void theTestAsksForWhatThereIs() throws Exception {
		assertThat(MANIFESTS.the(Pod.class).getSpec().getContainers().getFirst().getCommand()).last()
			.asString()
			.contains("--post-data '{\"seed\": 1}' http://pictures-eidolon:80/generate", "Accept: image/png");
		assertThat(generate().body()).startsWith("\u0089PNG\r\n\u001a\n");
	}

	@Test
	void whatAlertsAndScalersReadIsThere() throws Exception {
		generate();
		send(HttpRequest.newBuilder(uri("http", "/generate"))
			.headers("Content-Type", "application/json", "Sec-Fetch-Site", "cross-site")
			.POST(BodyPublishers.ofString("{}"))); // is refused, and so counted
		ServiceMonitor monitor = MANIFESTS.the(ServiceMonitor.class);
		var endpoint = monitor.getSpec().getEndpoints().getFirst();
		String metrics = get(endpoint.getPort(), endpoint.getPath()).body();
		List<Rule> rules = MANIFESTS.the(PrometheusRule.class).getSpec().getGroups().getFirst().getRules();
		assertThat(rules).extracting(Rule::getAlert)
			.containsExactlyInAnyOrder("EidolonDown", "EidolonErrors", "EidolonSlow", "EidolonQueueFull",
					"EidolonNoModel", "EidolonModelsLost", "EidolonOverloaded");
		assertThat(Stream
			.concat(rules.stream().flatMap(ChartServiceTests::metrics), Stream.of("eidolon_queue_depth_pictures"))
			.distinct()).hasSizeGreaterThan(3).allSatisfy((metric) -> assertThat(metrics).contains("\n" + metric));
	}

	private static Stream<String> metrics(Rule rule) {
		return METRIC.matcher(rule.getExpr().getStrVal())
			.results()
			.map((match) -> match.group(1))
			.filter((metric) -> !metric.equals("up"));
	}

	private static HttpResponse<String> get(String port, String path) throws Exception {
		return send(HttpRequest.newBuilder(uri(port, path)));
	}

	private static HttpResponse<String> generate() throws Exception {
		return send(HttpRequest.newBuilder(uri("http", "/generate"))
			.headers("Content-Type", "application/json", "Accept", "image/png")
			.POST(BodyPublishers.ofString("{\"seed\": 1}")));
	}

	private static URI uri(String port, String path) {
		String property = switch (port) {
			case "http" -> "local.server.port";
			case "management" -> "local.management.port";
			default -> throw new IllegalArgumentException("%s is no port of the container".formatted(port));
		};
		return URI
			.create("http://localhost:%s%s".formatted(context.getEnvironment().getRequiredProperty(property), path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
		}
	}

}
