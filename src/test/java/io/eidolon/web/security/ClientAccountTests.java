package io.eidolon.web.security;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ClientAccountTests {

	private final Clock clock = new Clock();

	@Test
	void requestsBeyondThoseOfAMinuteWaitForTheirShareOfTheNext() {
		ClientAccount account = new ClientAccount(new Limits(3L, null, null), this.clock);
		for (int i = 0; i < 3; i++) {
			account.begin();
			account.end();
		}
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(account::begin).satisfies((ex) -> {
			assertThat(ex).hasMessage("requests-per-minute is 3 for this client; ask again in 20 s, or for less");
			assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(20));
		});
		this.clock.nanos += Duration.ofSeconds(20).toNanos();
		assertThatNoException().isThrownBy(account::begin);
	}

	@Test
	void whatCostsMoreThanIsLeftIsRefusedAndCostsNothing() {
		ClientAccount account = new ClientAccount(new Limits(null, 100L, null), this.clock);
		account.spend(80);
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> account.spend(30))
			.withMessageContaining("ask again in 6 s");
		assertThatNoException().isThrownBy(() -> account.spend(20));
		assertThatExceptionOfType(LimitExceededException.class).as("nothing is left").isThrownBy(account::begin);
	}

	@Test
	void whatNoMinuteCanPayForIsNotToBeAskedAgain() {
		ClientAccount account = new ClientAccount(new Limits(null, 100L, null), this.clock);
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> account.spend(101)).satisfies((ex) -> {
			assertThat(ex).hasMessageContaining("this request alone costs 101");
			assertThat(ex.retryAfter()).isNull();
		});
	}

	@Test
	void asManyAreServedAtOnceAsMay() {
		ClientAccount account = new ClientAccount(new Limits(null, null, 2), this.clock);
		account.begin();
		account.begin();
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(account::begin)
			.withMessageContaining("at-once is 2");
		account.end();
		assertThatNoException().isThrownBy(account::begin);
	}

	@Test
	void headersSayTheLimitsAndWhatIsLeft() {
		ClientAccount account = new ClientAccount(new Limits(10L, 1000L, 4), this.clock);
		account.begin();
		account.spend(250);
		assertThat(account.quotas()).extracting(RateLimitHeaders.Quota::policy)
			.containsExactly("\"requests\";q=10;w=60", "\"cost\";q=1000;qu=\"pixel-steps\";w=60",
					"\"at-once\";q=4;qu=\"concurrent-requests\"");
		assertThat(account.quotas()).extracting(RateLimitHeaders.Quota::state)
			.containsExactly("\"requests\";r=9;t=6", "\"cost\";r=750;t=15", "\"at-once\";r=3");
	}

	/** A clock that stands still. */
	private static final class Clock implements TimeMeter {

		private long nanos = 1;

		@Override
		public long currentTimeNanos() {
			return this.nanos;
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
