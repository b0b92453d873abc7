package io.eidolon.web.server;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Refuses requests, counts them by reason, and logs the first of each second. */
@Component
public class Refusals {

	private static final Logger logger = LoggerFactory.getLogger(Refusals.class);

	private static final long LOG_PERIOD_MILLIS = 1000;

	private final MeterRegistry meters;

	/** When a reason was last logged, in milliseconds of the clock. */
	private final Map<String, Long> logged = new ConcurrentHashMap<>();

	Refusals(MeterRegistry meters) {
		this.meters = meters;
	}

	/** Sends a refusal. */
	public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		count(refusal.reason(),
				"%s %s of %s".formatted(request.getMethod(), request.getRequestURI(), request.getRemoteAddr()));
		refusal.send(request, response);
	}

	/**
	 * Counts a request that was refused.
	 * @param reason one of few
	 * @param what what was asked for, and by whom
	 */
	public void count(String reason, String what) {
		Counter.builder("eidolon.requests.refused")
			.description("Requests that were refused because the service had no room for them, by reason")
			.tag("reason", reason)
			.register(this.meters)
			.increment();
		long now = System.currentTimeMillis();
		Long last = this.logged.put(reason, now);
		if (last == null || now - last >= LOG_PERIOD_MILLIS) {
			logger.warn("Refused {}: {}", what, reason);
		}
		else {
			this.logged.put(reason, last);
		}
	}

}
