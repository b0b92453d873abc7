package io.eidolon;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.UnauthorizedException;
import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A service that is locked by keys, on both of its ports. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "eidolon.security.refresh=50ms",
				"eidolon.web.allowed-origins=https://studio.example.org", "eidolon.security.access-log=true" })
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class LockTests {

	/** What nobody needs a key for, beside files. */
	private static final Set<String> OPEN = Set.of("/livez", "/readyz", "/v2/health/live", "/v2/health/ready",
			"/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/swagger-config", "/swagger-ui.html");

	@TempDir
	static Path folder;

	@Autowired
	private Servers servers;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> RunningService.writeModels(folder.resolve("models")).toString());
		registry.add("eidolon.security.keys", () -> keys().write(folder.resolve("keys.yaml")).toString());
	}

	private static KeyFile keys() {
		return new KeyFile().with("all", "generate, edit, recognise, jobs, operate")
			.with("clients", "generate, edit, recognise, jobs")
			.with("generate", "generate")
			.with("edit", "edit")
			.with("recognise", "recognise")
			.with("jobs", "jobs")
			.with("operate", "operate")
			.with("fashion", "generate", "models: [fashion]");
	}

	@Test
	void everyRouteNeedsAKey() {
		List<Route> routes = this.servers.routes("server");
		assertThat(routes).hasSizeGreaterThan(25).allSatisfy((route) -> {
			if (!OPEN.contains(route.path())) {
				assertThat(service().send(route.request(service()))).satisfies(LockTests::isUnauthorized);
			}
		});
		List<Route> management = this.servers.routes("management");
		assertThat(management).hasSizeGreaterThan(5)
			.allSatisfy((route) -> assertThat(management().send(route.request(management())))
				.satisfies(LockTests::isUnauthorized));
	}

	@Test
	void everyRouteNeedsAScope() {
		assertThat(this.servers.routes("server")).allSatisfy((route) -> {
			if (!OPEN.contains(route.path())) {
				assertThat(service().send(route.request(service(), bearer("operate"))).statusCode()).isEqualTo(403);
			}
		});
		assertThat(this.servers.routes("management")).allSatisfy(
				(route) -> assertThat(management().send(route.request(management(), bearer("clients"))).statusCode())
					.isEqualTo(403));
	}

	@Test
	void everyRouteIsOpenedBySomeScope() {
		assertThat(this.servers.routes("server"))
			.allSatisfy((route) -> assertThat(service().send(route.request(service(), bearer("all"))).statusCode())
				.isNotIn(401, 403));
		assertThat(this.servers.routes("management")).allSatisfy(
				(route) -> assertThat(management().send(route.request(management(), bearer("operate"))).statusCode())
					.isNotIn(401, 403));
	}

	@ParameterizedTest
	@CsvSource({ "POST, /generate, generate", "GET, /interpolate, generate",
			"GET, /models/peeps/samples/7.png, generate", "POST, /v1/images/generations, generate",
			"POST, /v2/models/peeps/infer, generate", "POST, /edit, edit", "POST, /project, edit",
			"POST, /v1/images/edits, edit", "POST, /features, recognise", "POST, /models/peeps/probes, recognise",
			"GET, /detectors, recognise", "POST, /jobs, jobs" })
	void aScopeOpensItsOwnRoutesAlone(String method, String path, String scope) {
		for (String other : List.of("generate", "edit", "recognise", "jobs")) {
			int status = service().send(new Route(method, path).request(service(), bearer(other))).statusCode();
			if (other.equals(scope)) {
				assertThat(status).as(other).isNotEqualTo(403);
			}
			else {
				assertThat(status).as(other).isEqualTo(403);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/v2/health/ready", "/", "/recognise.html", "/studio/main.js",
			"/v3/api-docs" })
	void probesAndPagesNeedNoKey(String path) {
		assertThat(service().get(path).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/studio/../models", "/livez/../models", "//models", "/models;x=1", "/livez;/../models",
			"/studio/%2e%2e/models", "/studio/..%2fmodels", "/models/", "/MODELS" })
	void noWayOfWritingAPathOpensIt(String path) {
		assertThat(service().get(path).statusCode()).isIn(400, 401);
	}

	@Test
	void aMethodThatNobodyKnowsIsNobodys() {
		Route odd = new Route("FOO", "/models");
		assertThat(service().send(odd.request(service()))).satisfies(LockTests::isUnauthorized);
		HttpResponse<byte[]> known = service().send(odd.request(service(), bearer("all")));
		assertThat(known.statusCode()).isEqualTo(403);
		assertThat(RunningService.json(known).at("/detail").asString()).contains("with this method");
	}

	@Test
	void probesOfTheManagementPortNeedNoKeyButItsDetailsDo() {
		assertThat(management().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(management().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(management().get("/actuator/health").statusCode()).isEqualTo(401);
		assertThat(management().get("/actuator/prometheus", bearer("operate")).statusCode()).isEqualTo(200);
	}

	@Test
	void aKeyComesInEitherHeaderAndNoCookieGoesBack() {
		HttpResponse<byte[]> bearer = service().get("/models", bearer("generate"));
		assertThat(bearer.statusCode()).isEqualTo(200);
		assertThat(bearer.headers().map()).doesNotContainKey("set-cookie");
		assertThat(service().get("/models", "X-API-Key", KeyFile.key("generate")).statusCode()).isEqualTo(200);
	}

	@Test
	void anUnknownKeyIsRefusedWithoutBeingRepeated(CapturedOutput output) {
		HttpResponse<byte[]> answer = service().get("/models", "Authorization", "Bearer s3cret-of-someone", "Origin",
				"https://studio.example.org");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate"))
			.hasValue("Bearer realm=\"eidolon\", error=\"invalid_token\"");
		assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://studio.example.org");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(new String(answer.body())).doesNotContain("s3cret");
		assertThat(output).doesNotContain("s3cret");
	}

	@Test
	void whatNeedsNoKeyIsAnsweredWhateverKeyIsSent() {
		assertThat(service().get("/livez", bearer("nobody")).statusCode()).isEqualTo(200);
		assertThat(service().get("/", bearer("nobody")).statusCode()).isEqualTo(200);
		assertThat(management().get("/actuator/health/liveness", bearer("nobody")).statusCode()).isEqualTo(200);
	}

	@Test
	void aScopeThatIsMissingIsNamed() {
		HttpResponse<byte[]> answer = post("/generate", "{}", bearer("edit"));
		assertThat(answer.headers().firstValue("WWW-Authenticate"))
			.hasValue("Bearer realm=\"eidolon\", error=\"insufficient_scope\", scope=\"generate\"");
		assertThat(RunningService.json(answer).at("/detail").asString()).endsWith("generate");
	}

	@Test
	void otherApisHaveTheirOwnErrors() {
		JsonNode openAi = RunningService.json(post("/v1/images/generations", "{}"));
		assertThat(openAi.at("/error/code").asString()).isEqualTo("invalid_api_key");
		assertThat(RunningService.json(service().get("/v2/models/peeps")).at("/error").asString()).contains("key");
	}

	@Test
	void theSdkOfOpenAiSaysThatAKeyIsWrong() {
		assertThat(openAi("generate").models().list().data()).isNotEmpty();
		assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(() -> openAi("nobody").models().list())
			.withMessageContaining("The key or token is not known");
		assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> openAi("operate").models().list());
	}

	@Test
	void theSdkOfOpenAiForNodeSaysSoToo() throws IOException, InterruptedException {
		Node node = Node.install();
		Outcome outcome = node.run(Path.of("src/test/node/openai/key.test.js").toString(),
				"http://localhost:" + service().port(), node.file("").toString(), KeyFile.key("generate"),
				KeyFile.key("nobody"), KeyFile.key("operate"));
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

	private OpenAIClient openAi(String key) {
		return OpenAIOkHttpClient.builder()
			.baseUrl("http://localhost:%s/v1".formatted(service().port()))
			.apiKey(KeyFile.key(key))
			.maxRetries(0)
			.build();
	}

	@Test
	void aKeyOfOneModelOpensNoOther() {
		String[] key = bearer("fashion");
		assertThat(post("/generate", "{\"model\": \"fashion\"}", key).statusCode()).isEqualTo(200);
		HttpResponse<byte[]> other = post("/generate", "{\"model\": \"peeps\"}", key);
		assertThat(other.statusCode()).isEqualTo(403);
		assertThat(RunningService.json(other).at("/detail").asString())
			.isEqualTo("model (peeps) must be one of [fashion], which are those of this key");
		assertThat(post("/generate", "{}", key).statusCode()).as("the default model").isEqualTo(403);
		String tensors = """
				{"inputs": [{"name": "z", "datatype": "FP32", "shape": [1, 8], "data": [0, 0, 0, 0, 0, 0, 0, 0]}]}""";
		assertThat(post("/v2/models/peeps/infer", tensors, bearer("generate")).statusCode()).isEqualTo(200);
		assertThat(post("/v2/models/peeps/infer", tensors, key).statusCode()).as("its tensors").isEqualTo(403);
		assertThat(service().get("/models/peeps/directions", key).statusCode()).isEqualTo(403);
		String[] cached = { key[0], key[1], "If-None-Match", "*" };
		assertThat(service().get("/models/peeps/samples/1.png", cached).statusCode()).as("a cached one").isEqualTo(403);
	}

	@Test
	void keysAreTakenUpWithoutARestartAndBadOnesAreNot(CapturedOutput output) throws InterruptedException {
		Path file = folder.resolve("keys.yaml");
		try {
			keys().with("new", "generate").write(file);
			await(() -> service().get("/models", bearer("new")).statusCode() == 200);
			assertThat(output).contains("KEYS_CHANGED by service: {new=added}");
			KeyFile.write(file, "new: [this is no key: secret");
			await(() -> output.getOut().contains("ALARM: keys are not taken up"));
			assertThat(service().get("/models", bearer("new")).statusCode()).isEqualTo(200);
		}
		finally {
			keys().write(file);
		}
		await(() -> service().get("/models", bearer("new")).statusCode() == 401);
		assertThat(output).doesNotContain("this is no key");
	}

	@Test
	void noCacheThatClientsShareKeepsWhatNeededAKey() {
		HttpResponse<byte[]> sample = service().get("/models/peeps/samples/7.png", bearer("generate"));
		assertThat(sample.headers().allValues("Cache-Control")).containsExactly("max-age=604800, private");
		assertThat(sample.headers().allValues("Vary")).contains("Authorization, X-API-Key");
		HttpResponse<byte[]> open = service().get("/studio/main.js");
		assertThat(open.headers().allValues("Cache-Control")).containsExactly("no-cache");
		assertThat(open.headers().allValues("Vary")).doesNotContain("Authorization, X-API-Key");
	}

	@Test
	void noAnswerOfARouteThatNeedsAKeyMayBeShared() {
		for (String[] headers : List.of(bearer("all"), bearer("edit"), new String[0])) {
			assertThat(this.servers.routes("server")).filteredOn((route) -> !OPEN.contains(route.path()))
				.allSatisfy((route) -> assertThat(service().send(route.request(service(), headers)))
					.satisfies(LockTests::isPrivate));
			assertThat(this.servers.routes("management")).filteredOn((route) -> !route.path().contains("health/"))
				.allSatisfy((route) -> assertThat(management().send(route.request(management(), headers)))
					.satisfies(LockTests::isPrivate));
		}
	}

	@Test
	void aReloadNeedsTheScopeAndIsWrittenDown(CapturedOutput output) {
		assertThat(reload(bearer("clients"))).isEqualTo(403);
		assertThat(reload(bearer("operate"))).isEqualTo(200);
		assertThat(output)
			.contains("MANAGEMENT_CHANGE by operate: {method=POST, path=/actuator/models/peeps/reload, status=200}");
	}

	@Test
	void theLogSaysWhoAskedForWhatAndWhatItCost(CapturedOutput output) throws InterruptedException {
		assertThat(post("/generate", "{\"count\": 3, \"seed\": 31}", bearer("generate")).statusCode()).isEqualTo(200);
		await(() -> output.getOut().contains("key=generate method=POST path=/generate status=200"));
		assertThat(output)
			.containsPattern("key=generate method=POST path=/generate status=200 .* cost=%s ".formatted(3 * 16 * 16))
			.doesNotContain(KeyFile.key("generate"));
	}

	private int reload(String... key) {
		return management().send(new Route("POST", "/actuator/models/peeps/reload").request(management(), key))
			.statusCode();
	}

	private HttpResponse<byte[]> post(String path, String body, String... headers) {
		return service().send(service().request(path, headers)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
	}

	private RunningService service() {
		return new RunningService(this.servers.port("server"));
	}

	private RunningService management() {
		return new RunningService(this.servers.port("management"));
	}

	private static String[] bearer(String name) {
		return new String[] { "Authorization", "Bearer " + KeyFile.key(name) };
	}

	private static void isUnauthorized(HttpResponse<byte[]> answer) {
		assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"eidolon\"");
	}

	private static void isPrivate(HttpResponse<byte[]> answer) {
		assertThat(answer.headers().allValues("Cache-Control")).as(answer.uri().getPath())
			.singleElement(InstanceOfAssertFactories.STRING)
			.containsPattern("private|no-store")
			.doesNotContain("public");
		assertThat(answer.headers().allValues("Vary")).as(answer.uri().getPath()).contains("Authorization, X-API-Key");
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		while (!condition.getAsBoolean()) {
			Thread.sleep(50);
		}
	}

	/** A method and a path. */
	record Route(String method, String path) {

		HttpRequest.Builder request(RunningService service, String... headers) {
			return service.request(this.path, headers)
				.header("X-Requested-By", "a test")
				.method(this.method, BodyPublishers.noBody());
		}

	}

	/** The servers of a context and its child, and what is mapped to them. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Servers {

		private final Map<String, WebServerInitializedEvent> servers = new ConcurrentHashMap<>();

		@EventListener
		void started(WebServerInitializedEvent event) {
			String namespace = event.getApplicationContext().getServerNamespace();
			this.servers.put((namespace != null) ? namespace : "server", event);
		}

		int port(String name) {
			return Objects.requireNonNull(this.servers.get(name)).getWebServer().getPort();
		}

		List<Route> routes(String name) {
			ApplicationContext context = Objects.requireNonNull(this.servers.get(name)).getApplicationContext();
			List<Route> routes = new ArrayList<>();
			context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
				.values()
				.stream()
				.flatMap((mapping) -> mapping.getHandlerMethods().keySet().stream())
				.forEach((info) -> methods(info).forEach((method) -> info.getPatternValues()
					.forEach((path) -> routes.add(new Route(method, example(path))))));
			return routes;
		}

		private static Stream<String> methods(RequestMappingInfo info) {
			Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
			return methods.isEmpty() ? Stream.of("GET") : methods.stream().map(RequestMethod::name);
		}

		private static String example(String pattern) {
			return pattern.replace("**", "x").replace("*", "x").replaceAll("\\{[^}]*}", "x");
		}

	}

}
