package io.eidolon.bench;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured, and how long.
 *
 * @param jar the packaged service
 * @param output the folder for results
 * @param quick whether to go through everything once and briefly, to see that it works
 */
record Plan(Path jar, Path output, boolean quick) {

	/** How many ask at once. */
	static final int[] CONNECTIONS = { 1, 8, 32, 128 };

	static Plan ofSystemProperties() {
		return new Plan(Path.of(System.getProperty("bench.jar")).toAbsolutePath(),
				Path.of(System.getProperty("bench.output")).toAbsolutePath(), Boolean.getBoolean("bench.quick"));
	}

	/** Rounds, in which all peers take turns. */
	int rounds() {
		return this.quick ? 1 : 3;
	}

	/** The time of a peer at one number of connections in one round. */
	Duration slice() {
		return Duration.ofSeconds(this.quick ? 2 : 5);
	}

	/**
	 * The time in which the compilers of the peers may learn, with each number of
	 * connections in turn; the JVM's is busy for most of a minute of full load.
	 */
	Duration warmUp() {
		return Duration.ofSeconds(this.quick ? 4 : 120);
	}

	/** The time for each setting of the Node peer that is tried. */
	Duration trial() {
		return Duration.ofSeconds(this.quick ? 1 : 3);
	}

	int starts() {
		return this.quick ? 1 : 3;
	}

}
