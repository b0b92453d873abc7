package io.eidolon.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;
import org.yaml.snakeyaml.Yaml;

/**
 * Two replicas, the gateway and Prometheus, with the images and the settings of
 * docker-compose.yml.
 */
final class Composition implements AutoCloseable {

	private static final int GATEWAY = 8080;

	private static final int PROMETHEUS = 9090;

	private final Network network = Network.newNetwork();

	private final ServiceContainer first = replica();

	private final ServiceContainer second = replica();

	private final GenericContainer<?> gateway = new GenericContainer<>(image("gateway")).withNetwork(this.network)
		.withExposedPorts(GATEWAY)
		.withCopyFileToContainer(MountableFile.forHostPath("deploy/nginx/nginx.conf"), "/etc/nginx/nginx.conf")
		.waitingFor(Wait.forHttp("/gateway").forStatusCode(204));

	private final GenericContainer<?> prometheus = new GenericContainer<>(image("prometheus")).withNetwork(this.network)
		.withExposedPorts(PROMETHEUS)
		.withCopyFileToContainer(MountableFile.forHostPath("deploy/prometheus"), "/etc/prometheus")
		.waitingFor(Wait.forHttp("/-/ready"));

	void start() {
		Startables.deepStart(this.first, this.second, this.prometheus).join();
		this.gateway.start();
	}

	private ServiceContainer replica() {
		return new ServiceContainer().withNetwork(this.network).withNetworkAliases("eidolon");
	}

	private static DockerImageName image(String service) {
		try {
			Map<String, Map<String, Map<String, Object>>> compose = new Yaml()
				.load(Files.readString(Path.of("docker-compose.yml")));
			return DockerImageName.parse((String) compose.get("services").get(service).get("image"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	HttpPort gateway() {
		return HttpPort.of(this.gateway, GATEWAY);
	}

	HttpPort prometheus() {
		return HttpPort.of(this.prometheus, PROMETHEUS);
	}

	/** What a command says in the container of Prometheus. */
	String inPrometheus(String... command) throws IOException, InterruptedException {
		var result = this.prometheus.execInContainer(command);
		return result.getStdout() + result.getStderr();
	}

	/** Loses one of the two replicas. */
	void loseOne() {
		this.second.kill();
	}

	@Override
	public void close() {
		this.gateway.close();
		this.prometheus.close();
		this.first.close();
		this.second.close();
		this.network.close();
	}

}
