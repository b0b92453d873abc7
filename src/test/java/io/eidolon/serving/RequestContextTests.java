package io.eidolon.serving;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.eidolon.inference.Generator;
import io.eidolon.inference.gradient.CompanionNetwork;
import io.eidolon.inference.gradient.GradientLoss;
import io.eidolon.serving.RequestContext.Reservation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** The time limit turns a wait that never ends into a failure. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class RequestContextTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final long MANY_PIXELS = ImageThreads.FEW_PIXELS + 1;

	private final TestRequests requests = new TestRequests(100);

	private final CompletableFuture<String> image = new CompletableFuture<>();

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.released.countDown();
		this.requests.close();
	}

	@Test
	void whatIsDoneIsNotWaitedFor() {
		this.image.complete("image");
		RequestContext late = this.requests.open(SHORT, SHORT, () -> true);
		assertThat(late.await(this.image)).isEqualTo("image");
	}

	@Test
	void aWaitEndsAsTheFutureIsDone() {
		Thread.startVirtualThread(() -> this.image.complete("image"));
		assertThat(this.requests.open(TestRequests.LONG).await(this.image)).isEqualTo("image");
	}

	@Test
	void theDeadlineCountsFromTheArrival() {
		RequestContext old = this.requests.open(TestRequests.LONG, TestRequests.LONG, () -> false);
		assertThat(old.remaining().isPositive()).isFalse();
		assertThatExceptionOfType(RequestTimeoutException.class).isThrownBy(() -> old.await(this.image))
			.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(TestRequests.LONG));
		assertThatExceptionOfType(RequestTimeoutException.class).isThrownBy(() -> old.lease(null, null));
	}

	@Test
	void aGradientAndAnEncoderThatAreBeingOpenedAreWaitedForNoLongerThanAnAnswer() {
		Generator generator = mock();
		given(generator.gradient(GradientLoss.PIXELS)).willReturn(new CompletableFuture<>());
		given(generator.network(CompanionNetwork.ENCODER)).willReturn(new CompletableFuture<>());
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.requests.open(SHORT).gradient(generator, GradientLoss.PIXELS));
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.requests.open(SHORT).network(generator, CompanionNetwork.ENCODER));
	}

	@Test
	void aWaitEndsAsTheClientHasGone() {
		assertThatExceptionOfType(ClientGoneException.class)
			.isThrownBy(() -> this.requests.open(TestRequests.LONG, Duration.ZERO, () -> true).await(this.image));
	}

	@Test
	void aWaitEndsAsItsThreadIsInterrupted() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ServiceBusyException.class)
			.isThrownBy(() -> this.requests.open(TestRequests.LONG).await(this.image));
	}

	@Test
	void whatWasTooLateForAQueueIsATimeout() {
		this.image.completeExceptionally(new TimeoutException("its turn did not come"));
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.requests.open(TestRequests.LONG).await(this.image));
	}

	@Test
	void aNetworkWhoseRunWasEndedIsATimeout() {
		this.image.completeExceptionally(new IllegalStateException("too long", new TimeoutException()));
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.requests.open(TestRequests.LONG).await(this.image));
	}

	@Test
	void manyPixelsKeepNoCarrier() {
		Supplier<Boolean> isVirtual = () -> Thread.currentThread().isVirtual();
		RequestContext request = this.requests.open(TestRequests.LONG);
		assertThat(onVirtualThread(() -> request.compute(MANY_PIXELS, isVirtual))).isFalse();
		assertThat(onVirtualThread(() -> request.compute(1, isVirtual))).isTrue();
	}

	@Test
	void aThreadOfThePlatformComputesByItself() {
		Thread caller = Thread.currentThread();
		Thread computer = this.requests.open(TestRequests.LONG).compute(MANY_PIXELS, Thread::currentThread);
		assertThat(computer).isSameAs(caller);
	}

	@Test
	void whatFailsInAnotherThreadFailsAsItDoesInItsOwn() {
		RequestContext request = this.requests.open(TestRequests.LONG);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> onVirtualThread(() -> request.compute(MANY_PIXELS, () -> {
				throw new IllegalStateException("broken");
			})))
			.withMessage("broken");
	}

	@Test
	void whatNobodyWaitsForIsNotComputedAndTooMuchIsRefused() throws InterruptedException {
		CompletableFuture<Boolean> first = inBackground(
				() -> this.requests.open(TestRequests.LONG).compute(MANY_PIXELS, this::block));
		this.started.await();
		AtomicBoolean computed = new AtomicBoolean();
		CompletableFuture<Boolean> second = inBackground(
				() -> this.requests.open(SHORT).compute(MANY_PIXELS, () -> computed.getAndSet(true)));
		Awaitility.await()
			.untilAsserted(() -> assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> onVirtualThread(
					() -> this.requests.open(Duration.ofNanos(1)).compute(MANY_PIXELS, () -> true))));
		assertThat(second).failsWithin(TestRequests.LONG)
			.withThrowableThat()
			.withRootCauseInstanceOf(RequestTimeoutException.class);
		this.released.countDown();
		assertThat(first).succeedsWithin(TestRequests.LONG);
		assertThat(onVirtualThread(() -> this.requests.open(TestRequests.LONG).compute(MANY_PIXELS, () -> true)))
			.isTrue();
		assertThat(computed).isFalse();
	}

	@Test
	void whatWouldNotBeComputedInTimeIsRefusedAtOnce() throws InterruptedException {
		long second = (long) (1e9 / PixelLoad.UNMEASURED);
		CompletableFuture<Boolean> first = inBackground(
				() -> this.requests.open(TestRequests.LONG).compute(10 * second, this::block));
		this.started.await();
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(
				() -> onVirtualThread(() -> this.requests.open(Duration.ofSeconds(12)).compute(2 * second, () -> true)))
			.satisfies((ex) -> assertThat(ex.retryAfter()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4)));
		CompletableFuture<Boolean> inTime = inBackground(
				() -> this.requests.open(TestRequests.LONG).compute(2 * second, () -> true));
		this.released.countDown();
		assertThat(first).succeedsWithin(TestRequests.LONG);
		assertThat(inTime).succeedsWithin(TestRequests.LONG);
	}

	@Test
	void roomStaysTakenWhileItsPixelsAreComputedThoughNobodyWaits() {
		RequestContext request = this.requests.open(SHORT);
		assertThatExceptionOfType(RequestTimeoutException.class).isThrownBy(() -> onVirtualThread(() -> {
			try (Reservation _ = request.reserve(50)) {
				return request.compute(MANY_PIXELS, this::block);
			}
		}));
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> request.reserve(50));
		this.released.countDown();
		Awaitility.await()
			.ignoreExceptions()
			.untilAsserted(() -> assertThatNoException().isThrownBy(() -> request.reserve(50)));
	}

	@Test
	void roomIsGivenBackOnce() {
		RequestContext request = this.requests.open(TestRequests.LONG);
		request.reserve(30);
		Reservation closedTwice = request.reserve(30);
		closedTwice.close();
		closedTwice.close();
		assertThatExceptionOfType(ServiceBusyException.class).isThrownBy(() -> request.reserve(40))
			.withMessageStartingWith("Answers of 30 pixels");
	}

	private Boolean block() {
		this.started.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return true;
	}

	private static <T> T onVirtualThread(Supplier<T> work) {
		try {
			return inBackground(work).join();
		}
		catch (CompletionException ex) {
			throw (RuntimeException) Objects.requireNonNull(ex.getCause());
		}
	}

	private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
	}

}
