package io.eidolon.web.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.List;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Refuses requests, counts them by reason, and logs the first of each second. */
@Component
public class Refusals {

	private static final Logger logger = LoggerFactory.getLogger(Refusals.class);

	private static final Set<String> KEPT = Set.of("Vary", "WWW-Authenticate", "X-Content-Type-Options",
			"X-Frame-Options", "Referrer-Policy", "Content-Security-Policy");

	private static final long LOG_PERIOD_MILLIS = 1000;

	/**
	 * One for each reason from the start, so that no alert looks for what is not there.
	 */
	private final Map<RefusalReason, Counter> counters = new EnumMap<>(RefusalReason.class);

	/** When a reason was last logged, in milliseconds of the clock. */
	private final Map<RefusalReason, Long> logged = new ConcurrentHashMap<>();

	private final ErrorFormats formats;

	Refusals(MeterRegistry meters, ErrorFormats formats) {
		this.formats = formats;
		for (RefusalReason reason : RefusalReason.values()) {
			this.counters.put(reason,
					Counter.builder("eidolon.requests.refused")
						.description("Requests that were refused because the service had no room for them, by reason")
						.tag("reason", reason.tag())
						.register(meters));
		}
	}

	/** Sends a refusal. */
	public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
		count(refusal.reason(),
				"%s %s of %s".formatted(request.getMethod(), request.getRequestURI(), request.getRemoteAddr()));
		write(refusal, request.getRequestURI(), request, response);
	}

	/**
	 * Answers with a refusal that was counted before, unless another answer has begun. No
	 * filter has named the request.
	 * @param uri what the client asked for
	 */
	public void write(Refusal refusal, String uri, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (response.isCommitted()) {
			return;
		}
		Map<String, Collection<String>> kept = kept(response);
		response.reset();
		kept.forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.setStatus(refusal.status());
		response.setHeader("Cache-Control", "no-store");
		response.setHeader(RequestId.HEADER, RequestId.of(request));
		if (refusal.retryAfter() != null) {
			response.setIntHeader("Retry-After", refusal.retryAfter());
		}
		ErrorFormat format = this.formats.of(uri).orElse(null);
		response.setContentType((format != null) ? "application/json" : "application/problem+json");
		byte[] body = (format != null) ? JsonMapper.shared().writeValueAsBytes(format.body(refusal.problem()))
				: refusal.json().getBytes(StandardCharsets.UTF_8);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/**
	 * The headers that stand whatever the answer is: they let pages of other origins read
	 * it, protect browsers, and say which key is needed and what a client may ask for.
	 */
	private static Map<String, Collection<String>> kept(HttpServletResponse response) {
		return response.getHeaderNames()
			.stream()
			.filter((name) -> name.startsWith("Access-Control-") || name.startsWith("RateLimit") || KEPT.contains(name))
			.distinct()
			.collect(Collectors.toMap((name) -> name, (name) -> List.copyOf(response.getHeaders(name))));
	}

	/**
	 * Counts a request that was refused.
	 * @param what what was asked for, and by whom
	 */
	public void count(RefusalReason reason, String what) {
		Objects.requireNonNull(this.counters.get(reason)).increment();
		long now = System.currentTimeMillis();
		Long last = this.logged.put(reason, now);
		if (last == null || now - last >= LOG_PERIOD_MILLIS) {
			logger.warn("Refused {}: {}", what, reason.tag());
		}
		else {
			this.logged.put(reason, last);
		}
	}

}
