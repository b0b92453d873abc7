package io.eidolon.serving;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** The time limit turns a wait that never ends into a failure. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class LookoutTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final Lookout lookout = new Lookout();

	private final CompletableFuture<String> picture = new CompletableFuture<>();

	@AfterEach
	void close() {
		this.lookout.close();
	}

	@Test
	void whatIsDoneIsNotWaitedFor() {
		this.picture.complete("picture");
		assertThatNoException().isThrownBy(() -> this.lookout.await(this.picture, client(Duration.ZERO, true)));
	}

	@Test
	void aWaitEndsAsThePictureIsDone() throws Exception {
		CountDownLatch looked = new CountDownLatch(1);
		Thread waiter = Thread.startVirtualThread(() -> this.lookout.await(this.picture, new TestClient(TIMEOUT, () -> {
			looked.countDown();
			return Duration.ofSeconds(1);
		}, false)));
		looked.await();
		assertThat(waiter.isAlive()).isTrue();
		this.picture.completeExceptionally(new IllegalStateException("no picture"));
		waiter.join();
	}

	@Test
	void aWaitEndsAsTheTimeIsOver() {
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.lookout.await(this.picture, client(Duration.ZERO, false)))
			.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(TIMEOUT));
	}

	@Test
	void aWaitEndsAsTheClientHasGone() {
		assertThatExceptionOfType(ClientGoneException.class)
			.isThrownBy(() -> this.lookout.await(this.picture, client(Duration.ofSeconds(1), true)));
	}

	@Test
	void aWaitEndsAsItsThreadIsInterrupted() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(ServiceBusyException.class)
			.isThrownBy(() -> this.lookout.await(this.picture, client(Duration.ofSeconds(1), false)));
	}

	private static Client client(Duration remaining, boolean gone) {
		return new TestClient(TIMEOUT, () -> remaining, gone);
	}

	private record TestClient(Duration timeout, Supplier<Duration> left, boolean isGone) implements Client {

		@Override
		public Duration remaining() {
			return this.left.get();
		}

	}

}
