package io.eidolon;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The nginx of {@code deploy/nginx}, where it is installed, before a service that counts.
 */
@Timeout(60)
class GatewayConfigurationTests {

	private static final String SAMPLE = "/models/peeps/samples/7.png";

	/** More bytes than the buffers of sockets hold. */
	private static final int ARCHIVE = 64 << 20;

	private static final int PART = 1 << 16;

	@TempDir
	Path folder;

	/** Pictures that the service has answered with, of which each says which it is. */
	private final AtomicInteger answers = new AtomicInteger();

	@SuppressWarnings("NullAway.Init")
	private HttpServer service;

	@SuppressWarnings("NullAway.Init")
	private Process nginx;

	@SuppressWarnings("NullAway.Init")
	private RunningService gateway;

	@BeforeEach
	void start() throws IOException, InterruptedException {
		assumeTrue(isInstalled(), "This needs nginx");
		this.service = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		this.service.createContext("/", (exchange) -> {
			byte[] body = Integer.toString(this.answers.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
			// As before it was locked
			exchange.getResponseHeaders().set("Cache-Control", "public, max-age=60");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.service.start();
		int port = ChildJvm.freePort();
		Path configuration = Files.writeString(this.folder.resolve("nginx.conf"), configuration(port));
		String user = "root".equals(System.getProperty("user.name")) ? " user root;" : "";
		this.nginx = new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", this.folder.toString(), "-g",
				"daemon off;" + user)
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output").toFile())
			.start();
		while (!listens(port)) {
			assertThat(this.nginx.isAlive()).as(Files.readString(this.folder.resolve("output"))).isTrue();
			Thread.sleep(50);
		}
		this.gateway = new RunningService(port);
	}

	@AfterEach
	void stop() throws InterruptedException {
		if (this.nginx != null) {
			this.nginx.destroy();
			this.nginx.waitFor(10, TimeUnit.SECONDS);
			this.service.stop(0);
		}
	}

	@Test
	void whatIsAskedForWithAKeyIsNeitherKeptNorTakenFromTheCache() {
		for (String[] key : List.of(new String[] { "X-API-Key", "secret" },
				new String[] { "Authorization", "Bearer secret" })) {
			assertThat(List.of(sample(key), sample(key))).doesNotHaveDuplicates();
		}
		String open = sample();
		assertThat(sample()).as("the cache of what anybody may see").isEqualTo(open);
		assertThat(sample("X-API-Key", "secret")).isNotEqualTo(open);
		assertThat(sample()).isEqualTo(open);
	}

	@Test
	void logsHoldNeitherPromptsNorKeys() throws IOException, InterruptedException {
		this.gateway.get(SAMPLE + "?prompt=a+private+word", "X-API-Key", "secret", "Referer", "/?prompt=private");
		this.service.stop(0);
		this.gateway.get("/generate?prompt=private", "Authorization", "Bearer secret");
		Path log = this.folder.resolve("stdout");
		while (Files.readAllLines(log).size() < 2) {
			Thread.sleep(50);
		}
		assertThat(log).content().contains("\"path\":\"%s\"".formatted(SAMPLE), "\"path\":\"/generate\"");
		for (String file : List.of("stdout", "stderr", "output")) {
			assertThat(this.folder.resolve(file)).content().doesNotContain("private", "secret");
		}
	}

	@Test
	void archivesAreReadAsFastAsTheirClientReadsThem() throws IOException, InterruptedException {
		AtomicLong read = new AtomicLong();
		this.service.createContext("/jobs/1/results/", (exchange) -> {
			exchange.sendResponseHeaders(200, ARCHIVE);
			byte[] part = new byte[PART];
			while (read.get() < ARCHIVE) {
				exchange.getResponseBody().write(part);
				read.addAndGet(part.length);
			}
		});
		try (Socket client = new Socket("127.0.0.1", this.gateway.port())) {
			client.getOutputStream()
				.write("GET /jobs/1/results/shard-000000.tar HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			long before = -1;
			while (read.get() == 0 || read.get() > before) {
				before = read.get();
				Thread.sleep(500);
			}
			assertThat(read).hasValueLessThan(ARCHIVE);
		}
	}

	private String sample(String... headers) {
		HttpResponse<byte[]> answer = this.gateway.get(SAMPLE, headers);
		assertThat(answer.statusCode()).isEqualTo(200);
		return new String(answer.body(), StandardCharsets.US_ASCII);
	}

	private String configuration(int port) throws IOException {
		String configuration = Files.readString(Path.of("deploy/nginx/nginx.conf"));
		// The folder of temporary files first: this test runs in one.
		List<List<String>> places = List.of(List.of("/tmp/", this.folder + "/"), List.of("/dev/", this.folder + "/"),
				List.of("resolver 127.0.0.11 valid=2s ipv6=off;", ""),
				List.of("http://eidolon:8080;", "http://127.0.0.1:%s;".formatted(this.service.getAddress().getPort())),
				List.of("listen 8080;", "listen 127.0.0.1:%s;".formatted(port)));
		for (List<String> place : places) {
			assertThat(configuration).contains(place.getFirst());
			configuration = configuration.replace(place.getFirst(), place.getLast());
		}
		return configuration;
	}

	private static boolean listens(int port) {
		try (Socket socket = new Socket("127.0.0.1", port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isInstalled() throws InterruptedException {
		try {
			return new ProcessBuilder("nginx", "-v").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false; // there is no such program
		}
	}

}
