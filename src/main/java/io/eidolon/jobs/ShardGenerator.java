package io.eidolon.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.RequestContexts;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;
import io.eidolon.serving.ServingProperties;

import org.springframework.stereotype.Component;

/**
 * Generates the pictures of a shard in their order, some at a time, so that there are
 * always enough to fill batches. While requests leave no room, it waits.
 */
@Component
class ShardGenerator {

	/** How many pictures are submitted together. */
	private static final int CHUNK = 8;

	/** How many chunks are on their way at a time. */
	private static final int WINDOW = 8;

	private static final Duration CHUNK_TIMEOUT = Duration.ofMinutes(2);

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** How long requests may leave no room until the shard is given up for now. */
	private static final Duration LONGEST_BUSY = Duration.ofMinutes(10);

	private final JobPictures pictures;

	private final RequestContexts contexts;

	private final int chunk;

	ShardGenerator(JobPictures pictures, RequestContexts contexts, ServingProperties limits) {
		this.pictures = pictures;
		this.contexts = contexts;
		this.chunk = Math.min(CHUNK, limits.maxCount());
	}

	/**
	 * Generates a shard.
	 * @param stopped whether nobody wants it any more; asked by many threads
	 * @throws ClientGoneException when it has been stopped
	 */
	void generate(Job job, Shard shard, BooleanSupplier stopped, Sink sink) throws IOException {
		int end = shard.first() + shard.count();
		Deque<Future<List<JobPicture>>> window = new ArrayDeque<>();
		try (ExecutorService chunks = Executors
			.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory())) {
			try {
				int next = shard.first();
				while (next < end || !window.isEmpty()) {
					while (next < end && window.size() < WINDOW) {
						List<Integer> some = IntStream.range(next, Math.min(end, next + this.chunk)).boxed().toList();
						window.add(chunks.submit(() -> patiently(job, some, stopped)));
						next += some.size();
					}
					sink.accept(result(window.remove()));
				}
			}
			finally {
				window.forEach((future) -> future.cancel(true));
			}
		}
	}

	private List<JobPicture> patiently(Job job, List<Integer> some, BooleanSupplier stopped)
			throws InterruptedException {
		long begun = System.nanoTime();
		while (true) {
			if (stopped.getAsBoolean()) {
				throw new ClientGoneException();
			}
			try {
				return this.pictures.generate(job.request(), some,
						this.contexts.background("job " + job.id(), CHUNK_TIMEOUT, stopped));
			}
			catch (ServiceBusyException | RequestTimeoutException ex) {
				if (System.nanoTime() - begun > LONGEST_BUSY.toNanos()) {
					throw ex;
				}
			}
			Thread.sleep(PAUSE);
		}
	}

	private static List<JobPicture> result(Future<List<JobPicture>> chunk) {
		try {
			return chunk.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ClientGoneException();
		}
	}

	/** Where pictures go, in their order. */
	@FunctionalInterface
	interface Sink {

		/** Takes the next pictures. */
		void accept(List<JobPicture> pictures) throws IOException;

	}

}
