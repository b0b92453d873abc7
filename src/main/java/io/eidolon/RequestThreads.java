package io.eidolon;

/**
 * Has the threads of requests share the processors in turns that the operating system
 * gives. Virtual threads are run by as many threads of the platform as there are
 * processors unless told otherwise, and each keeps its own until it waits: a few clients
 * with large bodies would hold up all others, and probes.
 */
final class RequestThreads {

	private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

	private static final int PER_PROCESSOR = 2;

	private RequestThreads() {
	}

	/**
	 * Takes effect before the first virtual thread starts, unless whoever runs Java has
	 * said otherwise.
	 */
	static void shareProcessors() {
		if (System.getProperty(PARALLELISM) == null) {
			System.setProperty(PARALLELISM,
					Integer.toString(PER_PROCESSOR * Runtime.getRuntime().availableProcessors()));
		}
	}

}
