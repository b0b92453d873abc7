package io.eidolon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What clients that ask for single pictures see of what else goes on.
 *
 * @param quiet while nothing does
 * @param again the same, of clients that all ask for one picture
 * @param besideMany while another client asks for 64 at once, again and again
 * @param swapping while the model's file is replaced, again and again
 * @param swaps how often it was
 */
record Interference(Load quiet, Load again, Load besideMany, Load swapping, int swaps) {

	private static final int CONNECTIONS = 8;

	private static final int AT_ONCE = 64;

	/** More than it takes to see a file, open it and check it. */
	private static final Duration BETWEEN_SWAPS = Duration.ofSeconds(5);

	static Interference measure(Server service, Path model, Duration duration) throws Exception {
		Load quiet = new LoadClient(service.port()).run(CONNECTIONS, duration);
		Load again = new LoadClient(service.port(), true).run(CONNECTIONS, duration);
		Load besideMany;
		try (Other _ = new Other(() -> service.post("{\"count\": %d}".formatted(AT_ONCE)))) {
			besideMany = new LoadClient(service.port()).run(CONNECTIONS, duration);
		}
		byte[] before = service.post("{\"seed\": 1}");
		Duration longer = duration.multipliedBy(2);
		Iterator<byte[]> others = others((int) longer.dividedBy(BETWEEN_SWAPS)).iterator();
		AtomicInteger swaps = new AtomicInteger();
		Load swapping;
		try (Other _ = new Other(() -> {
			if (others.hasNext()) {
				replace(model, others.next());
				swaps.incrementAndGet();
			}
			Thread.sleep(BETWEEN_SWAPS);
			return null;
		})) {
			swapping = new LoadClient(service.port()).run(CONNECTIONS, longer);
		}
		if (Arrays.equals(before, service.post("{\"seed\": 1}"))) {
			throw new IOException("The service did not see that its model's file was replaced");
		}
		return new Interference(quiet, again, besideMany, swapping, swaps.get());
	}

	private static List<byte[]> others(int count) {
		return IntStream.rangeClosed(1, count).mapToObj((seed) -> BenchModels.dcgan(64, seed)).toList();
	}

	double againRatio() {
		return this.again.perSecond() / this.quiet.perSecond();
	}

	double besideManyRatio() {
		return this.besideMany.p99() / this.quiet.p99();
	}

	double swappingRatio() {
		return this.swapping.p99() / this.quiet.p99();
	}

	// In one move, so that no half of a file is ever read.
	private static void replace(Path file, byte[] bytes) throws IOException {
		Path whole = Files.write(file.resolveSibling("." + file.getFileName()), bytes);
		Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Does something again and again, until it is closed. */
	private static final class Other implements AutoCloseable {

		private final ExecutorService thread = Executors.newSingleThreadExecutor();

		private final Future<?> done;

		private volatile boolean over;

		private Other(Callable<?> what) {
			this.done = this.thread.submit(() -> {
				while (!this.over) {
					what.call();
				}
				return null;
			});
		}

		@Override
		public void close() throws IOException {
			this.over = true;
			this.thread.close();
			// What failed is told here.
			if (this.done.state() == Future.State.FAILED) {
				throw new IOException(this.done.exceptionNow());
			}
		}

	}

}
