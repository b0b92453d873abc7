package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.eidolon.ChildJvm;

/**
 * The same model behind fastify, onnxruntime-node and sharp, in Node.
 *
 * @param folder where it is installed
 * @param model the graph as it was exported
 */
record NodePeer(Path folder, Path model) {

	private static final Path SOURCES = Path.of("src/bench/node");

	/**
	 * Copies the peer and installs what it needs, unless that was done before.
	 * @return empty when this machine has no Node or npm cannot reach its registry
	 */
	static Optional<NodePeer> install(Path folder, Path model) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.toList()) {
				Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		boolean installed = Files.exists(folder.resolve("node_modules/.package-lock.json"))
				|| succeeds(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
		return installed && succeeds(folder, "node", "--version") ? Optional.of(new NodePeer(folder, model))
				: Optional.empty();
	}

	private static boolean succeeds(Path folder, String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
			return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false; // there is no such program
		}
	}

	Server start(Settings settings) throws IOException, InterruptedException {
		int port = ChildJvm.freePort();
		Path log = this.folder.resolve("node-%d.log".formatted(port));
		return Server.start(List.of("node", this.folder.resolve("server.js").toString()),
				Map.of("MODEL", this.model.toString(), "PORT", Integer.toString(port), "PROCESSES",
						Integer.toString(settings.processes()), "THREADS", Integer.toString(settings.threads()), "PNG",
						settings.fastPng() ? "fast" : "default", "NODE_ENV", "production"),
				port, log)
			.await();
	}

	/**
	 * What may be tuned.
	 *
	 * @param processes 1, or a cluster of several
	 * @param threads within a run of the session, 0 for the default
	 * @param fastPng whether PNG is compressed at the lowest level and without filters
	 */
	record Settings(int processes, int threads, boolean fastPng) {

		/** All that are worth a try. */
		static List<Settings> all() {
			List<Settings> all = new ArrayList<>();
			int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
			for (int processes : new int[] { 1, cores }) {
				for (int threads : new int[] { 0, 1 }) {
					all.add(new Settings(processes, threads, false));
					all.add(new Settings(processes, threads, true));
				}
			}
			return all;
		}

		@Override
		public String toString() {
			return "%s, %s, %s PNG".formatted((this.processes == 1) ? "one process" : this.processes + " processes",
					(this.threads == 0) ? "default threads" : "one thread a run", this.fastPng ? "fast" : "default");
		}

	}

}
