package io.eidolon.batching;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The time limit turns a lost wake-up into a failure. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class WorkersTests {

	/** What ran, batch by batch. */
	private final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();

	/** The clock of all batchers, in nanoseconds. */
	private final AtomicLong clock = new AtomicLong();

	private final AtomicLong runTime = new AtomicLong();

	/** Holds a run of "held" until it is counted down. */
	private final CountDownLatch gate = new CountDownLatch(1);

	private final CountDownLatch reached = new CountDownLatch(1);

	private Workers workers = new Workers("worker", 1);

	@AfterEach
	void closeWorkers() {
		this.gate.countDown();
		this.workers.close();
	}

	@Test
	void workersBearTheNameAndEndAsTheyClose() {
		Batcher<Integer, Thread> batcher = new Batcher<>("threads", this.workers, new BatchSettings(8, 4),
				(batch) -> List.of(Thread.currentThread()), BatchListener.NONE);
		Thread worker = batcher.submit(1).join();
		assertThat(worker.getName()).isEqualTo("worker-1");
		assertThat(worker.isVirtual() || worker.isDaemon()).isFalse();
		batcher.close();
		assertThat(worker.isAlive()).isTrue();
		this.workers.close();
		assertThat(worker.isAlive()).isFalse();
	}

	@Test
	void batchersTakeTurns() throws Exception {
		Batcher<String, Thread> busy = batcher(8, 2);
		Batcher<String, Thread> other = batcher(8, 2);
		hold(busy);
		busy.submitAll(List.of("a1", "a2", "a3", "a4", "a5"));
		other.submitAll(List.of("b1", "b2", "b3"));
		this.gate.countDown();
		close(busy, other);
		assertThat(this.batches).containsExactly(List.of("held"), List.of("a1", "a2"), List.of("b1", "b2"),
				List.of("a3", "a4"), List.of("b3"), List.of("a5"));
	}

	@Test
	void whatNobodyWaitsForRunsAfterAllElseAndOneByOneWhileRequestsCome() throws Exception {
		Batcher<String, Thread> jobs = batcher(8, 2);
		Batcher<String, Thread> other = batcher(8, 2);
		hold(jobs);
		inBackground(jobs, "job1", "job2", "job3");
		other.submitAll(List.of("a1", "a2", "a3"));
		jobs.submit("b1");
		this.gate.countDown();
		close(other, jobs);
		assertThat(this.batches).containsExactly(List.of("held"), List.of("b1"), List.of("a1", "a2"), List.of("a3"),
				List.of("job1"), List.of("job2"), List.of("job3"));
	}

	@Test
	void whatNobodyWaitsForFillsBatchesOnceNoRequestsCome() throws Exception {
		Batcher<String, Thread> jobs = batcher(8, 2);
		hold(jobs);
		inBackground(jobs, "job1", "job2", "job3");
		this.clock.addAndGet(Duration.ofSeconds(2).toNanos());
		this.gate.countDown();
		close(jobs);
		assertThat(this.batches).containsExactly(List.of("held"), List.of("job1", "job2"), List.of("job3"));
	}

	@Test
	void whatNobodyWaitsForTakesNoRoomOfRequests() throws Exception {
		Batcher<String, Thread> jobs = batcher(2, 2);
		hold(jobs);
		inBackground(jobs, "job1", "job2");
		assertThat(inBackground(jobs, "job3")).isCompletedExceptionally();
		assertThat(jobs.queued()).isZero();
		assertThat(jobs.submitAll(List.of("a1", "a2"))).noneMatch(CompletableFuture::isDone);
		this.gate.countDown();
		close(jobs);
	}

	private static CompletableFuture<Thread> inBackground(Batcher<String, Thread> batcher, String... items) {
		return batcher.submitAll(List.of(items), "job", Priority.BACKGROUND, new Deadline(Long.MAX_VALUE)).getLast();
	}

	@Test
	void itemsThatCameTogetherTakeTurnsWithOthers() throws Exception {
		Batcher<String, Thread> batcher = batcher(64, 4);
		hold(batcher);
		batcher.submitAll(List.of("many1", "many2", "many3", "many4"));
		batcher.submit("single1");
		batcher.submit("single2");
		this.gate.countDown();
		close(batcher);
		assertThat(this.batches).containsExactly(List.of("held"), List.of("many1", "single1", "single2"),
				List.of("many2", "many3", "many4"));
	}

	@Test
	void aLoneItemRunsOnItsCallerOnceRunsAreKnownToBeShort() {
		Batcher<String, Thread> batcher = batcher(8, 4);
		assertThat(batcher.submit("first").join().getName()).isEqualTo("worker-1");
		awaitIdle();
		assertThat(batcher.submit("second").resultNow()).isSameAs(Thread.currentThread());
		assertThat(batcher.submitAll(List.of("third", "fourth")).getLast().join().getName()).isEqualTo("worker-1");
	}

	@Test
	void whatMustNotRunOnItsCallerNeverDoes() {
		Batcher<String, Thread> batcher = batcher(new BatchSettings(8, 4, false));
		batcher.submit("first").join();
		awaitIdle();
		assertThat(batcher.submit("second").join().getName()).isEqualTo("worker-1");
	}

	@Test
	void longRunsStayOffTheirCallers() {
		Batcher<String, Thread> batcher = batcher(8, 4);
		this.runTime.set(10_000_001);
		assertThat(batcher.submit("first").join().getName()).isEqualTo("worker-1");
		awaitIdle();
		assertThat(batcher.submit("second").join().getName()).isEqualTo("worker-1");
	}

	@Test
	void aCallerNeverRunsBesideABusyWorker() throws Exception {
		Batcher<String, Thread> busy = batcher(8, 4);
		Batcher<String, Thread> quick = batcher(8, 4);
		quick.submit("short").join();
		hold(busy);
		CompletableFuture<Thread> waiting = quick.submit("waiting");
		assertThat(waiting).isNotDone();
		this.gate.countDown();
		assertThat(waiting.join().getName()).isEqualTo("worker-1");
	}

	@Test
	void aWorkerNeverRunsBesideABusyCaller() throws Exception {
		Batcher<String, Thread> batcher = batcher(8, 4);
		batcher.submit("short").join();
		awaitIdle();
		Thread caller = Thread.startVirtualThread(() -> batcher.submit("held"));
		this.reached.await();
		CompletableFuture<Thread> waiting = batcher.submit("waiting");
		assertThat(batcher.queued()).isEqualTo(1);
		this.gate.countDown();
		assertThat(waiting.join().getName()).isEqualTo("worker-1");
		caller.join();
	}

	@Test
	void anItemWhoseTimeIsOverNeverRuns() throws Exception {
		Batcher<String, Thread> batcher = batcher(8, 4);
		hold(batcher);
		List<CompletableFuture<Thread>> late = batcher.submitAll(List.of("late1", "late2"), "late", Priority.REQUEST,
				new Deadline(100));
		List<CompletableFuture<Thread>> inTime = batcher.submitAll(List.of("in time"), "in time", Priority.REQUEST,
				new Deadline(101));
		this.clock.set(100);
		this.gate.countDown();
		assertThat(inTime.getFirst().join()).isNotNull();
		batcher.close();
		assertThat(late).allSatisfy((future) -> assertThat(future.exceptionNow()).isInstanceOf(TimeoutException.class)
			.hasMessage("tests: the time was over before the turn came"));
		assertThat(this.batches).containsExactly(List.of("held"), List.of("in time"));
	}

	@Test
	void cancellingMakesRoomAtOnce() throws Exception {
		Batcher<String, Thread> batcher = batcher(2, 4);
		hold(batcher);
		List<CompletableFuture<Thread>> futures = batcher.submitAll(List.of("one", "two"));
		assertThat(futures.getFirst().cancel(false)).isTrue();
		assertThat(batcher.queued()).isEqualTo(1);
		CompletableFuture<Thread> taken = batcher.submit("three");
		this.gate.countDown();
		assertThat(taken.join()).isNotNull();
		assertThat(this.batches).containsExactly(List.of("held"), List.of("two", "three"));
	}

	@Test
	void closingFinishesWhatWasTaken() throws Exception {
		Batcher<String, Thread> batcher = batcher(8, 1);
		hold(batcher);
		List<CompletableFuture<Thread>> taken = batcher.submitAll(List.of("one", "two"));
		Thread closer = Thread.startVirtualThread(this.workers::close);
		awaitClosed();
		this.gate.countDown();
		closer.join();
		assertThat(taken).allMatch((future) -> future.state() == CompletableFuture.State.SUCCESS);
	}

	@Test
	void whatABatcherTakesAfterItsWorkersHaveEndedRunsOnTheCaller() {
		Batcher<String, Thread> batcher = batcher(8, 1);
		this.workers.close();
		assertThat(batcher.submitAll(List.of("one", "two")).stream().map(CompletableFuture::join))
			.containsOnly(Thread.currentThread());
		batcher.close();
		assertThat(batcher.submit("refused").exceptionNow()).isInstanceOf(BatcherClosedException.class);
	}

	@Test
	void workersThatWaitForACallerEndThoughWhatWaitedIsCancelled() throws Exception {
		Batcher<String, Thread> batcher = batcher(8, 1);
		batcher.submit("short").join();
		awaitIdle();
		Thread.startVirtualThread(() -> batcher.submit("held"));
		this.reached.await();
		CompletableFuture<Thread> waiting = batcher.submit("waiting");
		Thread closer = Thread.startVirtualThread(this.workers::close);
		awaitClosed();
		waiting.cancel(false);
		this.gate.countDown();
		closer.join();
		assertThat(this.batches).containsExactly(List.of("short"), List.of("held"));
	}

	@Test
	void aStageOnAWorkerMayCloseTheWorkers() throws Exception {
		Batcher<String, Thread> batcher = batcher(8, 1);
		CompletableFuture<Void> closed = batcher.submit("held").thenAccept((_) -> this.workers.close());
		this.reached.await();
		CompletableFuture<Thread> waiting = batcher.submit("waiting");
		this.gate.countDown();
		closed.join();
		assertThat(waiting.join()).isNotNull();
	}

	/**
	 * Each item either runs once, or is refused, cancelled or late; no more run side by
	 * side than there are workers; and nobody waits for ever.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void everyItemHasExactlyOneFateHoweverManyCompete(long seed) throws Exception {
		int count = 3;
		this.workers.close();
		this.workers = new Workers("worker", count);
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger ran = new AtomicInteger();
		BatchFunction<Integer, Integer> function = (batch) -> {
			most.accumulateAndGet(running.incrementAndGet(), Math::max);
			ran.addAndGet(batch.size());
			Thread.yield();
			running.decrementAndGet();
			if (batch.contains(-1)) {
				throw new IllegalStateException("minus one");
			}
			return batch;
		};
		List<Batcher<Integer, Integer>> batchers = IntStream.rangeClosed(1, 4)
			.mapToObj((size) -> new Batcher<>("tests", this.workers, new BatchSettings(40, size), function,
					BatchListener.NONE))
			.toList();
		Queue<CompletableFuture<Integer>> futures = new ConcurrentLinkedQueue<>();
		AtomicInteger submitted = new AtomicInteger();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int caller = 0; caller < 64; caller++) {
				Random random = new Random(seed * 1000 + caller);
				boolean closes = caller == 63;
				callers.execute(() -> {
					for (int i = 0; i < 200; i++) {
						Batcher<Integer, Integer> batcher = batchers.get(random.nextInt(batchers.size()));
						List<Integer> items = random.ints(1 + random.nextInt(8), -1, 60).boxed().toList();
						List<CompletableFuture<Integer>> taken = (random.nextInt(8) == 0)
								? batcher.submitAll(items, "client" + random.nextInt(3), Priority.REQUEST,
										new Deadline(System.nanoTime() + random.nextInt(50_000)))
								: batcher.submitAll(items);
						submitted.addAndGet(items.size());
						futures.addAll(taken);
						if (random.nextInt(8) == 0) {
							taken.get(random.nextInt(taken.size())).cancel(false);
						}
						else if (random.nextInt(4) > 0) {
							taken.getLast().exceptionally((_) -> 0).join();
						}
						if (closes && i == 100) {
							batchers.getFirst().close();
						}
					}
				});
			}
		}
		batchers.forEach(Batcher::close);
		this.workers.close();
		assertThat(futures).hasSize(submitted.get()).allMatch(CompletableFuture::isDone);
		long neverRan = futures.stream().filter(WorkersTests::neverRan).count();
		long cancelled = futures.stream().filter(CompletableFuture::isCancelled).count();
		// One that was cancelled while it ran is counted as run, too.
		assertThat(ran.get()).isBetween((int) (submitted.get() - neverRan - cancelled),
				(int) (submitted.get() - neverRan));
		assertThat(most.get()).isLessThanOrEqualTo(count);
		assertThat(batchers).allMatch((batcher) -> batcher.queued() == 0);
	}

	private static boolean neverRan(CompletableFuture<?> future) {
		return future.state() == CompletableFuture.State.FAILED && switch (future.exceptionNow()) {
			case QueueFullException _, BatcherClosedException _, TimeoutException _ -> true;
			default -> false;
		};
	}

	/** Keeps a thread at the gate. */
	private void hold(Batcher<String, Thread> batcher) throws InterruptedException {
		batcher.submit("held");
		this.reached.await();
	}

	/** Tells on which thread an item ran. */
	private Batcher<String, Thread> batcher(int capacity, int maxBatch) {
		return batcher(new BatchSettings(capacity, maxBatch));
	}

	/** Tells on which thread an item ran. */
	private Batcher<String, Thread> batcher(BatchSettings settings) {
		return new Batcher<>("tests", this.workers, settings, (batch) -> {
			this.batches.add(batch);
			if (batch.contains("held")) {
				this.reached.countDown();
				this.gate.await();
			}
			this.clock.addAndGet(this.runTime.get());
			return batch.stream().map((_) -> Thread.currentThread()).toList();
		}, BatchListener.NONE, this.clock::get);
	}

	private void awaitIdle() {
		while (locked(this.workers::idle) < this.workers.count()) {
			Thread.onSpinWait();
		}
	}

	private void awaitClosed() {
		while (!locked(this.workers::isClosed)) {
			Thread.onSpinWait();
		}
	}

	private <T> T locked(Supplier<T> state) {
		this.workers.lock().lock();
		try {
			return state.get();
		}
		finally {
			this.workers.lock().unlock();
		}
	}

	private static void close(Batcher<?, ?>... batchers) {
		List.of(batchers).forEach(Batcher::close);
	}

}
