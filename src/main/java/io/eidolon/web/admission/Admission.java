package io.eidolon.web.admission;

import java.time.Duration;

/** What becomes of a request. */
public sealed interface Admission {

	/** It is served now. Closing the place lets the next one in. */
	non-sealed interface Place extends Admission, AutoCloseable {

		@Override
		void close();

	}

	/**
	 * It cannot be answered in time.
	 *
	 * @param retryAfter after which time a request like it would be admitted
	 */
	record Refused(Duration retryAfter) implements Admission {
	}

	/** Its time was over, or its thread interrupted, before its turn came. */
	record Late() implements Admission {
	}

}
