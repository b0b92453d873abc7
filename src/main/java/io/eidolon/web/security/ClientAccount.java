package io.eidolon.web.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

/** What a client has asked for, held against its limits. */
final class ClientAccount {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration A_MOMENT = Duration.ofSeconds(1);

	private final Limits limits;

	private final @Nullable Bucket requests;

	private final @Nullable Bucket cost;

	private final AtomicInteger served = new AtomicInteger();

	ClientAccount(Limits limits, TimeMeter time) {
		this.limits = limits;
		this.requests = bucket(limits.requestsPerMinute(), time);
		this.cost = bucket(limits.costPerMinute(), time);
	}

	private static @Nullable Bucket bucket(@Nullable Long perMinute, TimeMeter time) {
		return (perMinute != null) ? Bucket.builder()
			.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
			.withCustomTimePrecision(time)
			.build() : null;
	}

	/**
	 * Begins a request, which {@link #end} ends.
	 * @throws LimitExceededException when there are too many already
	 */
	void begin() {
		Integer most = this.limits.atOnce();
		if (this.served.incrementAndGet() > Objects.requireNonNullElse(most, Integer.MAX_VALUE)) {
			this.served.decrementAndGet();
			throw new LimitExceededException("at-once", Objects.requireNonNull(most),
					"wait for an answer before asking for another", A_MOMENT);
		}
		try {
			take("requests-per-minute", this.limits.requestsPerMinute(), this.requests, 1);
			// Of one that asks for anything.
			if (this.cost != null && this.cost.getAvailableTokens() == 0) {
				take("cost-per-minute", this.limits.costPerMinute(), this.cost, 1);
			}
		}
		catch (LimitExceededException ex) {
			this.served.decrementAndGet();
			throw ex;
		}
	}

	void end() {
		this.served.decrementAndGet();
	}

	/**
	 * Takes the cost of what is about to be computed.
	 * @throws LimitExceededException when less is left
	 */
	void spend(long cost) {
		Long most = this.limits.costPerMinute();
		if (most != null && cost > most) {
			throw new LimitExceededException("cost-per-minute", most,
					"this request alone costs %s: ask for fewer or smaller pictures, or fewer steps".formatted(cost),
					null);
		}
		take("cost-per-minute", most, this.cost, cost);
	}

	private static void take(String limit, @Nullable Long most, @Nullable Bucket bucket, long tokens) {
		if (most == null || bucket == null || tokens == 0) {
			return;
		}
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
		if (!probe.isConsumed()) {
			Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
			throw new LimitExceededException(limit, most,
					"ask again in %s s, or for less".formatted(RateLimitHeaders.seconds(wait.toNanos())), wait);
		}
	}

	/** The limits and what is left of them. */
	List<RateLimitHeaders.Quota> quotas() {
		List<RateLimitHeaders.Quota> quotas = new ArrayList<>();
		if (this.limits.requestsPerMinute() != null && this.requests != null) {
			quotas.add(RateLimitHeaders.Quota.of("requests", null, this.limits.requestsPerMinute(), this.requests));
		}
		if (this.limits.costPerMinute() != null && this.cost != null) {
			quotas.add(RateLimitHeaders.Quota.of("cost", "pixel-steps", this.limits.costPerMinute(), this.cost));
		}
		if (this.limits.atOnce() != null) {
			quotas.add(RateLimitHeaders.Quota.atOnce(this.limits.atOnce(), this.served.get()));
		}
		return quotas;
	}

}
