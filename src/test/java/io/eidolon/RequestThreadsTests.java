package io.eidolon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts virtual threads in a process of its own, as how they are run is decided once in
 * each.
 */
@Timeout(60)
class RequestThreadsTests {

	/** How long a busy machine may take to serve. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * How long is looked whether it serves after all. All of it is waited, with a
	 * processor kept busy.
	 */
	private static final Duration SOON = Duration.ofSeconds(1);

	@Test
	void aRequestIsServedThoughOthersKeepAllProcessorsBusy() throws Exception {
		assertThat(Busy.inItsOwnProcess(PATIENCE)).isZero();
	}

	@Test
	void whatJavaWasToldIsKept() throws Exception {
		assertThat(Busy.inItsOwnProcess(SOON, "-Djdk.virtualThreadScheduler.parallelism=1",
				"-Djdk.virtualThreadScheduler.maxPoolSize=1"))
			.isEqualTo(Busy.HELD_UP);
	}

	/**
	 * Ends with 0 when a virtual thread runs beside as many that never wait as there are
	 * processors.
	 */
	static final class Busy {

		static final int HELD_UP = 3;

		static void main(String[] arguments) throws InterruptedException {
			Duration longest = Duration.parse(arguments[0]);
			RequestThreads.shareProcessors();
			int processors = Runtime.getRuntime().availableProcessors();
			CountDownLatch busy = new CountDownLatch(processors);
			for (int i = 0; i < processors; i++) {
				Thread.startVirtualThread(() -> {
					busy.countDown();
					while (true) {
						Thread.onSpinWait();
					}
				});
			}
			CountDownLatch served = new CountDownLatch(1);
			// Where each keeps a thread of one, the second never begins.
			busy.await(longest.toMillis(), TimeUnit.MILLISECONDS);
			Thread.startVirtualThread(served::countDown);
			System.exit(served.await(longest.toMillis(), TimeUnit.MILLISECONDS) ? 0 : HELD_UP);
		}

		static int inItsOwnProcess(Duration longest, String... options) throws IOException, InterruptedException {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
			command.addAll(List.of(options));
			command.addAll(
					List.of("-cp", System.getProperty("java.class.path"), Busy.class.getName(), longest.toString()));
			return new ProcessBuilder(command).inheritIO().start().waitFor();
		}

	}

}
