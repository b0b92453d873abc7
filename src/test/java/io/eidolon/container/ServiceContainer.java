package io.eidolon.container;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The built image as it is meant to run: on one processor with 768 MB, unprivileged, and
 * with a root file system that cannot be written to. Its JVM ends where it cannot use its
 * AOT cache.
 */
final class ServiceContainer extends GenericContainer<ServiceContainer> {

	static final String IMAGE = Objects.requireNonNullElse(System.getProperty("eidolon.image"), "eidolon:latest");

	private static final int PUBLIC = 8080;

	private static final int MANAGEMENT = 8081;

	private static final long MEMORY = 768L << 20;

	ServiceContainer() {
		super(DockerImageName.parse(IMAGE));
		withExposedPorts(PUBLIC, MANAGEMENT);
		withEnv("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
		withCreateContainerCmdModifier((command) -> confine(Objects.requireNonNull(command.getHostConfig())));
		waitingFor(Wait.forHttp("/readyz").forPort(PUBLIC).withStartupTimeout(Duration.ofMinutes(3)));
	}

	/**
	 * Serves the models of a folder of this machine, which anyone must be able to read.
	 */
	ServiceContainer withModels(Path folder) {
		return withCreateContainerCmdModifier((command) -> Objects.requireNonNull(command.getHostConfig())
			.withBinds(new Bind(folder.toString(), new Volume("/app/models"), AccessMode.ro)));
	}

	private static void confine(HostConfig host) {
		host.withNanoCPUs(1_000_000_000L)
			.withMemory(MEMORY)
			.withMemorySwap(MEMORY)
			.withReadonlyRootfs(true)
			.withTmpFs(Map.of("/tmp", ""))
			.withCapDrop(Capability.ALL)
			.withSecurityOpts(List.of("no-new-privileges"));
	}

	/** A client of the port for the public. */
	HttpPort service() {
		return HttpPort.of(this, PUBLIC);
	}

	/** A client of the port for operators. */
	HttpPort management() {
		return HttpPort.of(this, MANAGEMENT);
	}

	/** Asks it to end as an orchestrator does, and waits until it has. */
	void terminate() {
		getDockerClient().stopContainerCmd(getContainerId()).withTimeout(60).exec();
	}

	/** Ends it without a word, as a machine does that is lost. */
	void kill() {
		getDockerClient().killContainerCmd(getContainerId()).exec();
	}

	ContainerState state() {
		return getCurrentContainerInfo().getState();
	}

}
