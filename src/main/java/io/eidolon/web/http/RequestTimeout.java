package io.eidolon.web.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

import io.eidolon.serving.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** How long clients wait for an answer, which they may say in a header. */
final class RequestTimeout {

	static final String HEADER = "X-Request-Timeout";

	private static final int NANO_DIGITS = 9;

	/** A number as JSON has it. */
	private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]{1,3})?");

	private final Duration longest;

	RequestTimeout(WebProperties properties) {
		this.longest = properties.requestTimeout();
	}

	/**
	 * Reads the header.
	 * @param seconds its value, null when there is none
	 * @throws InvalidParameterException when it is no time, or more than is allowed
	 */
	Duration parse(@Nullable String seconds) {
		if (seconds == null) {
			return this.longest;
		}
		try {
			BigDecimal asked = new BigDecimal(NUMBER.matcher(seconds).matches() ? seconds : "");
			if (asked.signum() > 0 && asked.compareTo(seconds(this.longest)) <= 0) {
				return Duration.ofNanos(asked.movePointRight(NANO_DIGITS).longValue());
			}
		}
		catch (NumberFormatException ex) {
			// Refused below, as a number that is not allowed.
		}
		throw new InvalidParameterException(HEADER, seconds, allowed());
	}

	/** What the header may say. */
	String allowed() {
		return "a number of seconds above 0, at most " + seconds(this.longest).toPlainString();
	}

	static BigDecimal seconds(Duration duration) {
		BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), NANO_DIGITS).stripTrailingZeros();
		return (seconds.scale() < 0) ? seconds.setScale(0) : seconds; // 30, not 3E+1
	}

}
