package io.eidolon.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.RequestContexts;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Generates the pictures of a shard in their order, some at a time, so that there are
 * always enough to fill batches. While requests leave no room, it waits.
 */
@Component
class ShardGenerator {

	/** How many requests for some pictures each are on their way at a time. */
	private static final int WINDOW = 8;

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** How long pictures may be waited for until the shard is given up for now. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final JobPictures pictures;

	private final RequestContexts contexts;

	private final Duration patience;

	@Autowired
	ShardGenerator(JobPictures pictures, RequestContexts contexts) {
		this(pictures, contexts, PATIENCE);
	}

	ShardGenerator(JobPictures pictures, RequestContexts contexts, Duration patience) {
		this.pictures = pictures;
		this.contexts = contexts;
		this.patience = patience;
	}

	/**
	 * Generates a shard.
	 * @param stopped whether nobody wants it any more; asked by many threads
	 * @throws ClientGoneException when it has been stopped
	 * @throws ServiceBusyException when requests leave no room for it
	 * @throws RequestTimeoutException when even a single picture takes too long
	 */
	void generate(Job job, Shard shard, BooleanSupplier stopped, Sink sink) throws IOException {
		int end = shard.first() + shard.count();
		int together = this.pictures.together(job.request(), context(job, stopped));
		AtomicBoolean over = new AtomicBoolean();
		BooleanSupplier unwanted = () -> over.get() || stopped.getAsBoolean();
		Deque<Future<List<JobPicture>>> window = new ArrayDeque<>();
		try (ExecutorService chunks = Executors
			.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory())) {
			try {
				int next = shard.first();
				while (next < end || !window.isEmpty()) {
					while (next < end && window.size() < WINDOW) {
						List<Integer> some = IntStream.range(next, Math.min(end, next + together)).boxed().toList();
						window.add(chunks.submit(() -> patiently(job, some, unwanted)));
						next += some.size();
					}
					sink.accept(result(window.remove()));
				}
			}
			finally {
				// To be interrupted looks like a busy service to those who wait.
				over.set(true);
				window.forEach((future) -> future.cancel(true));
			}
		}
	}

	private RequestContext context(Job job, BooleanSupplier stopped) {
		return this.contexts.background("job " + job.id(), this.patience, stopped);
	}

	private List<JobPicture> patiently(Job job, List<Integer> some, BooleanSupplier stopped)
			throws InterruptedException {
		long begun = System.nanoTime();
		while (true) {
			if (stopped.getAsBoolean()) {
				throw new ClientGoneException();
			}
			try {
				return this.pictures.generate(job.request(), some, context(job, stopped));
			}
			catch (ServiceBusyException ex) {
				if (System.nanoTime() - begun > this.patience.toNanos()) {
					throw ex;
				}
			}
			catch (RequestTimeoutException ex) {
				if (some.size() == 1) {
					throw ex;
				}
				return oneByOne(job, some, stopped);
			}
			Thread.sleep(PAUSE);
		}
	}

	/** Has fewer of them share the time that there is. */
	private List<JobPicture> oneByOne(Job job, List<Integer> some, BooleanSupplier stopped)
			throws InterruptedException {
		List<JobPicture> made = new ArrayList<>();
		for (Integer one : some) {
			made.addAll(patiently(job, List.of(one), stopped));
		}
		return made;
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
