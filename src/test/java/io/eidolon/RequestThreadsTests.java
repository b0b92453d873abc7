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

	@Test
	void aRequestIsServedThoughOthersKeepAllProcessorsBusy() throws Exception {
		assertThat(Busy.inItsOwnProcess()).isZero();
	}

	@Test
	void whatJavaWasToldIsKept() throws Exception {
		assertThat(Busy.inItsOwnProcess("-Djdk.virtualThreadScheduler.parallelism=1",
				"-Djdk.virtualThreadScheduler.maxPoolSize=1"))
			.isEqualTo(Busy.HELD_UP);
	}

	/**
	 * Ends with 0 when a virtual thread runs beside as many that never wait as there are
	 * processors.
	 */
	static final class Busy {

		static final int HELD_UP = 3;

		private static final Duration LONGEST = Duration.ofSeconds(2);

		static void main() throws InterruptedException {
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
			busy.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
			Thread.startVirtualThread(served::countDown);
			System.exit(served.await(LONGEST.multipliedBy(5).toMillis(), TimeUnit.MILLISECONDS) ? 0 : HELD_UP);
		}

		static int inItsOwnProcess(String... options) throws IOException, InterruptedException {
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
			command.addAll(List.of(options));
			command.addAll(List.of("-cp", System.getProperty("java.class.path"), Busy.class.getName()));
			return new ProcessBuilder(command).inheritIO().start().waitFor();
		}

	}

}
