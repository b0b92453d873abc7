package io.eidolon.batching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The time limit turns a future that never completes into a failure, even in close(). */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class BatcherTests {

	/** What the workers were given, batch by batch. */
	private final Queue<List<Integer>> batches = new ConcurrentLinkedQueue<>();

	/** Holds the workers until it is counted down. */
	private final CountDownLatch gate = new CountDownLatch(1);

	/** Is counted down when a worker stands at the gate. */
	private final CountDownLatch reached = new CountDownLatch(1);

	private final List<Workers> opened = new ArrayList<>();

	@AfterEach
	void closeWorkers() {
		this.opened.forEach(Workers::close);
	}

	@Test
	void aLoneItemRunsWithoutWaitingForCompany() {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 4), this::squares)) {
			assertThat(batcher.submit(3).join()).isEqualTo(9);
		}
		assertThat(this.batches).containsExactly(List.of(3));
	}

	@Test
	void itemsThatWaitRunTogetherUpToTheLargestBatch() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 3), this::squaresBehindTheGate)) {
			CompletableFuture<Integer> first = batcher.submit(0);
			this.reached.await();
			List<CompletableFuture<Integer>> rest = batcher.submitAll(List.of(1, 2, 3, 4, 5));
			assertThat(batcher.queued()).isEqualTo(5);
			this.gate.countDown();
			assertThat(first.join()).isZero();
			assertThat(rest.stream().map(CompletableFuture::join)).containsExactly(1, 4, 9, 16, 25);
			assertThat(batcher.queued()).isZero();
		}
		assertThat(this.batches).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
	}

	@Test
	void requestsOfOneClientThatWaitRunTogether() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 4), this::squaresBehindTheGate)) {
			batcher.submitAll(List.of(0), "gateway");
			this.reached.await();
			for (int request = 1; request <= 5; request++) {
				batcher.submitAll(List.of(request), "gateway");
			}
			this.gate.countDown();
		}
		assertThat(this.batches).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5));
	}

	@Test
	void idleWorkersShareItemsThatComeTogether() {
		CountDownLatch sideBySide = new CountDownLatch(2);
		try (Batcher<Integer, Integer> batcher = batcher(2, new BatchSettings(8, 4), (batch) -> {
			sideBySide.countDown();
			sideBySide.await();
			return squares(batch);
		})) {
			awaitIdle(this.opened.getFirst());
			List<CompletableFuture<Integer>> futures = batcher.submitAll(List.of(1, 2, 3, 4));
			assertThat(futures.stream().map(CompletableFuture::join)).containsExactly(1, 4, 9, 16);
		}
		assertThat(this.batches).containsExactlyInAnyOrder(List.of(1, 2), List.of(3, 4));
	}

	@Test
	void aBatchLeavesItsShareToTheWorkerThatRunsAnother() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(2, new BatchSettings(8, 8), (batch) -> {
			if (batch.contains(0)) {
				this.reached.countDown();
				this.gate.await();
			}
			return squares(batch);
		})) {
			awaitIdle(this.opened.getFirst());
			batcher.submit(0);
			this.reached.await();
			List<CompletableFuture<Integer>> rest = batcher.submitAll(List.of(1, 2, 3, 4, 5));
			assertThat(rest.stream().map(CompletableFuture::join)).containsExactly(1, 4, 9, 16, 25);
			this.gate.countDown();
		}
		// Six are to be done when the second worker comes, and three when it comes again.
		assertThat(this.batches).containsExactlyInAnyOrder(List.of(0), List.of(1, 2, 3), List.of(4, 5));
	}

	@Test
	void aFullQueueRefusesInsteadOfBlocking() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(2, 1), this::squaresBehindTheGate)) {
			batcher.submit(0);
			this.reached.await();
			batcher.submitAll(List.of(1, 2));
			CompletableFuture<Integer> refused = batcher.submit(3);
			assertThat(refused.exceptionNow())
				.isInstanceOfSatisfying(QueueFullException.class, (ex) -> assertThat(ex.capacity()).isEqualTo(2))
				.hasMessage("squares is busy: its queue of 2 has no room for 1 more; try again later");
			this.gate.countDown();
		}
		assertThat(this.batches).doesNotContain(List.of(3));
	}

	@Test
	void aClientThatHasNothingWaitingFindsRoomInAFullQueue() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(2, 1), this::squaresBehindTheGate)) {
			batcher.submit(0);
			this.reached.await();
			batcher.submitAll(List.of(1, 2), "much");
			assertThat(batcher.submitAll(List.of(3), "much").getFirst()).isCompletedExceptionally();
			CompletableFuture<Integer> taken = batcher.submitAll(List.of(4), "seldom").getFirst();
			assertThat(batcher.submitAll(List.of(5, 6), "other")).allMatch(CompletableFuture::isCompletedExceptionally);
			assertThat(batcher.submitAll(List.of(5), "other").getFirst()).isNotDone();
			assertThat(batcher.submitAll(List.of(7), "last").getFirst()).isCompletedExceptionally();
			this.gate.countDown();
			assertThat(taken.join()).isEqualTo(16);
		}
	}

	@Test
	void itemsThatBelongTogetherEnterTogetherOrNotAtAll() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(3, 4), this::squaresBehindTheGate)) {
			batcher.submit(0);
			this.reached.await();
			batcher.submit(1);
			assertThat(batcher.submitAll(List.of(2, 3, 4)))
				.allSatisfy((future) -> assertThat(future.exceptionNow()).isInstanceOf(QueueFullException.class));
			assertThat(batcher.queued()).isEqualTo(1);
			List<CompletableFuture<Integer>> taken = batcher.submitAll(List.of(5, 6));
			this.gate.countDown();
			assertThat(taken.stream().map(CompletableFuture::join)).containsExactly(25, 36);
		}
		assertThat(this.batches).containsExactly(List.of(0), List.of(1, 5), List.of(6));
	}

	@Test
	void whatTheFunctionThrowsReachesEveryFutureOfTheBatch() throws Exception {
		Throwable thrown = new Error("no memory");
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 4), (batch) -> {
			awaitGate();
			return raise(thrown);
		})) {
			CompletableFuture<Integer> first = batcher.submit(0);
			this.reached.await();
			List<CompletableFuture<Integer>> rest = batcher.submitAll(List.of(1, 2));
			this.gate.countDown();
			List<CompletableFuture<Integer>> all = List.of(first, rest.getFirst(), rest.getLast());
			assertThat(all).allSatisfy((future) -> assertThat(cause(future)).isSameAs(thrown));
		}
	}

	@Test
	void aFailureLeavesTheWorkerAtWork() {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 4),
				(batch) -> batch.contains(0) ? raise(new Exception("zero")) : squares(batch))) {
			assertThat(cause(batcher.submit(0))).hasMessage("zero");
			assertThat(batcher.submit(2).join()).isEqualTo(4);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2 })
	void aWrongNumberOfResultsFailsTheBatch(int results) {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 4),
				(batch) -> IntStream.range(0, results).boxed().toList())) {
			assertThat(cause(batcher.submit(7))).isInstanceOf(IllegalStateException.class)
				.hasMessage("squares: %d results came back for 1 items", results);
		}
	}

	@Test
	void aListenerThatThrowsStillLetsTheFuturesComplete() {
		try (Batcher<Integer, Integer> batcher = new Batcher<>("squares", workers(1), new BatchSettings(8, 4),
				this::squares, (size, waits, run) -> {
					throw new IllegalStateException("no meters");
				})) {
			assertThat(cause(batcher.submit(1))).hasMessage("no meters");
		}
	}

	@Test
	void cancelledItemsNeverRun() throws Exception {
		try (Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 4), this::squaresBehindTheGate)) {
			batcher.submit(0);
			this.reached.await();
			List<CompletableFuture<Integer>> futures = batcher.submitAll(List.of(1, 2, 3));
			futures.get(1).cancel(false);
			this.gate.countDown();
			assertThat(futures.getLast().join()).isEqualTo(9);
			assertThat(cause(futures.get(1))).isInstanceOf(CancellationException.class);
		}
		assertThat(this.batches).containsExactly(List.of(0), List.of(1, 3));
	}

	@Test
	void closingFinishesWhatWasTaken() throws Exception {
		Batcher<Integer, Integer> batcher = batcher(1, new BatchSettings(8, 2), this::squaresBehindTheGate);
		batcher.submit(0);
		this.reached.await();
		List<CompletableFuture<Integer>> taken = batcher.submitAll(List.of(1, 2, 3));
		Thread closer = Thread.startVirtualThread(batcher::close);
		while (!(batcher.submit(4).isCompletedExceptionally())) {
			Thread.onSpinWait();
		}
		this.gate.countDown();
		closer.join();
		assertThat(taken).allMatch(CompletableFuture::isDone);
		assertThat(taken.stream().map(CompletableFuture::join)).containsExactly(1, 4, 9);
	}

	@Test
	void aClosedBatcherRefusesInsteadOfHanging() {
		Batcher<Integer, Integer> batcher = batcher(2, new BatchSettings(8, 4), this::squares);
		batcher.close();
		batcher.close();
		assertThat(batcher.submit(1).exceptionNow()).isInstanceOf(BatcherClosedException.class)
			.hasMessage("squares is closed and takes no more");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void aStageOnAWorkerMayCloseTheBatcherAfterWhatWaits(int workers) throws Exception {
		Batcher<Integer, Integer> batcher = batcher(workers, new BatchSettings(8, 1), this::squaresBehindTheGate);
		CompletableFuture<List<List<Integer>>> ranAtClose = batcher.submit(0).thenApply((zero) -> {
			batcher.close();
			return List.copyOf(this.batches);
		});
		this.reached.await();
		batcher.submitAll(List.of(1, 2, 3));
		this.gate.countDown();
		assertThat(ranAtClose.join()).containsExactlyInAnyOrder(List.of(0), List.of(1), List.of(2), List.of(3));
	}

	@Test
	void theListenerHearsSizesWaitsAndRuns() throws Exception {
		AtomicLong clock = new AtomicLong();
		Queue<String> heard = new ConcurrentLinkedQueue<>();
		try (Batcher<Integer, Integer> batcher = new Batcher<>("squares", workers(1), new BatchSettings(8, 4),
				(batch) -> {
					List<Integer> squares = squaresBehindTheGate(batch);
					clock.addAndGet(10);
					return squares;
				}, (size, waits, run) -> heard.add(size + " " + nanos(waits) + " " + run.toNanos()), clock::get)) {
			batcher.submit(0);
			this.reached.await();
			batcher.submit(1);
			clock.set(5);
			CompletableFuture<Integer> last = batcher.submit(2);
			this.gate.countDown();
			last.join();
		}
		assertThat(heard).containsExactly("1 [0] 15", "2 [15, 10] 10");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void everySubmittedFutureCompletesWhateverComesBetween(long seed) throws Exception {
		Random random = new Random(seed);
		Batcher<Integer, Integer> batcher = batcher(3, new BatchSettings(16, 1 + random.nextInt(5)),
				(batch) -> batch.contains(13) ? raise(new Error("thirteen")) : squares(batch));
		Queue<CompletableFuture<Integer>> futures = new ConcurrentLinkedQueue<>();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int caller = 0; caller < 50; caller++) {
				List<Integer> items = random.ints(1 + random.nextInt(6), 0, 30).boxed().toList();
				boolean cancel = random.nextInt(5) == 0;
				boolean close = caller == 40;
				callers.execute(() -> {
					List<CompletableFuture<Integer>> submitted = batcher.submitAll(items);
					futures.addAll(submitted);
					if (cancel) {
						submitted.getLast().cancel(false);
					}
					if (close) {
						batcher.close();
					}
				});
			}
		}
		assertThat(futures).hasSizeGreaterThanOrEqualTo(50).allMatch(CompletableFuture::isDone);
	}

	@Test
	void sizesMustBeAtLeastOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BatchSettings(0, 1))
			.withMessage("capacity (0) must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> new BatchSettings(1, -1))
			.withMessage("maxBatch (-1) must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> new Workers("worker", 0))
			.withMessage("workers (0) must be at least 1");
	}

	private Batcher<Integer, Integer> batcher(int workers, BatchSettings settings,
			BatchFunction<Integer, Integer> function) {
		return new Batcher<>("squares", workers(workers), settings, function, BatchListener.NONE);
	}

	private Workers workers(int count) {
		Workers workers = new Workers("worker", count);
		this.opened.add(workers);
		return workers;
	}

	private List<Integer> squares(List<Integer> batch) {
		this.batches.add(batch);
		return batch.stream().map((value) -> value * value).toList();
	}

	private List<Integer> squaresBehindTheGate(List<Integer> batch) throws InterruptedException {
		awaitGate();
		return squares(batch);
	}

	private static void awaitIdle(Workers workers) {
		while (idle(workers) < workers.count()) {
			Thread.onSpinWait();
		}
	}

	private static int idle(Workers workers) {
		workers.lock().lock();
		try {
			return workers.idle();
		}
		finally {
			workers.lock().unlock();
		}
	}

	private void awaitGate() throws InterruptedException {
		this.reached.countDown();
		this.gate.await();
	}

	private static List<Integer> raise(Throwable thrown) throws Exception {
		if (thrown instanceof Error error) {
			throw error;
		}
		throw (Exception) thrown;
	}

	/** Waits for the future to fail. */
	private static Throwable cause(CompletableFuture<?> future) {
		return future.handle((value, thrown) -> {
			assertThat(thrown).as("got %s instead of a failure", value).isNotNull();
			return thrown;
		}).join();
	}

	private static List<Long> nanos(List<Duration> waits) {
		return waits.stream().map(Duration::toNanos).toList();
	}

}
