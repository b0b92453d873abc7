package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.ChildJvm;

/**
 * The service as it is packaged.
 *
 * @param command the JVM's arguments up to the jar
 * @param models the folder of models
 * @param log the file for what it prints
 */
record Eidolon(List<String> command, Path models, Path log) {

	/** Starts it, without waiting for it. */
	Server start() throws IOException {
		int port = ChildJvm.freePort();
		List<String> all = new ArrayList<>(List.of(Server.java()));
		all.addAll(this.command);
		all.addAll(arguments(port));
		return Server.start(all, Map.of(), port, this.log);
	}

	private List<String> arguments(int port) throws IOException {
		return List.of("--eidolon.models.path=" + this.models, "--eidolon.models.refresh=1s", "--server.port=" + port,
				"--management.server.port=" + ChildJvm.freePort());
	}

}
