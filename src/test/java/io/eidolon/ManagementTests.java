package io.eidolon;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators do to a running service, on a port of their own or on the same one. */
class ManagementTests {

	/** As it is unless someone sets it otherwise, but for the numbers. */
	@Nested
	class OnItsOwnPort extends Management {

		OnItsOwnPort() {
			super("--server.port=0", "--management.server.port=0");
		}

		@Test
		void theServingPortKnowsNothingOfIt() {
			assertThat(service().get("/actuator/models").statusCode()).isEqualTo(404);
			assertThat(post(service(), "/actuator/models/peeps/reload").statusCode()).isEqualTo(404);
		}

	}

	@Nested
	class OnTheServingPort extends Management {

		OnTheServingPort() {
			super("--server.port=0", "--management.server.port=${server.port}");
		}

	}

	/** What holds on any port. One service answers all, with a model that is whole. */
	@TestInstance(Lifecycle.PER_CLASS)
	abstract static class Management {

		private final String[] ports;

		@SuppressWarnings("NullAway.Init")
		private Path models;

		@SuppressWarnings("NullAway.Init")
		private ConfigurableApplicationContext context;

		Management(String... ports) {
			this.ports = ports;
		}

		@BeforeAll
		void start(@TempDir Path models) {
			this.models = models;
			writeModel();
			this.context = new SpringApplication(EidolonApplication.class).run(this.ports[0], this.ports[1],
					"--eidolon.models.path=" + this.models, "--eidolon.models.refresh=0");
		}

		@AfterAll
		void stop() {
			this.context.close();
		}

		private void writeModel() {
			TinyGenerators.write(this.models, "peeps", 8, 3);
		}

		RunningService service() {
			return new RunningService(port("local.server.port"));
		}

		RunningService management() {
			return new RunningService(port("local.management.port"));
		}

		@Test
		void probesAnswerOnBothPorts() {
			for (String path : new String[] { "/livez", "/readyz" }) {
				assertThat(service().get(path).statusCode()).as(path).isEqualTo(200);
			}
			for (String path : new String[] { "", "/liveness", "/readiness" }) {
				assertThat(management().get("/actuator/health" + path).statusCode()).as(path).isEqualTo(200);
			}
			assertThat(management().get("/actuator/prometheus").statusCode()).isEqualTo(200);
		}

		@Test
		void aReloadTellsWhatBecameOfIt() throws IOException {
			HttpResponse<byte[]> reloaded = post(management(), "/actuator/models/peeps/reload");
			assertThat(reloaded.statusCode()).isEqualTo(200);
			assertThat(RunningService.json(reloaded).at("/changes/0").toString())
				.isEqualTo("{\"place\":\"peeps\",\"version\":\"1\",\"outcome\":\"LOADED\",\"reason\":null}");

			Files.write(this.models.resolve("peeps").resolve(ModelFiles.GRAPH), new byte[3]);
			HttpResponse<byte[]> failed = post(management(), "/actuator/models/peeps/reload");
			assertThat(failed.statusCode()).isEqualTo(422);
			assertThat(RunningService.json(failed).at("/changes/0/reason").asString()).contains("SHA-256");
			assertThat(service().generate("{}", "image/png").statusCode()).isEqualTo(200);

			JsonNode report = RunningService.json(management().get("/actuator/models"));
			assertThat(report.at("/places/0/place").asString()).isEqualTo("peeps");
			assertThat(report.at("/places/0/open").asBoolean()).isTrue();
			assertThat(report.at("/places/0/failure").asString()).contains("SHA-256");
			assertThat(RunningService.json(management().get("/actuator/health"))
				.at("/components/models/details/failures/peeps")
				.asString()).contains("SHA-256");
			assertThat(service().get("/readyz").statusCode()).isEqualTo(200);

			writeModel();
			assertThat(post(management(), "/actuator/models/peeps/reload").statusCode()).isEqualTo(200);
		}

		@Test
		void whatCannotBeDoneIsRefused() {
			HttpResponse<byte[]> unknown = post(management(), "/actuator/models/fashion/reload");
			assertThat(unknown.statusCode()).isEqualTo(404);
			assertThat(RunningService.json(unknown).at("/detail").asString())
				.isEqualTo("model (fashion) must be one of [peeps]");
			assertThat(post(management(), "/actuator/models/peeps/explode").statusCode()).isEqualTo(400);
		}

		@ParameterizedTest
		@ValueSource(strings = { "/actuator/models/peeps/reload", "/%61ctuator/models/peeps/reload" })
		void whatABrowserCanBeMadeToSendChangesNothing(String path) {
			HttpResponse<byte[]> form = management().send(
					management()
						.request(path, "Origin", "https://evil.example.org", "Content-Type",
								"application/x-www-form-urlencoded")
						.POST(BodyPublishers.noBody()));
			assertThat(form.statusCode()).isEqualTo(403);
			assertThat(RunningService.json(form).at("/detail").asString()).contains("X-Requested-By");
		}

		HttpResponse<byte[]> post(RunningService service, String path) {
			return service.send(service.request(path, "X-Requested-By", "a test").POST(BodyPublishers.noBody()));
		}

		private int port(String property) {
			return Integer.parseInt(String.valueOf(this.context.getEnvironment().getProperty(property)));
		}

	}

}
