package io.eidolon.web.http;

import java.util.List;
import java.util.Objects;

import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;
import io.eidolon.web.server.RefusalReason;
import io.eidolon.web.server.Refusals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers with problem details (RFC 9457) whenever there is nothing else to answer. */
@RestControllerAdvice
class Problems extends FrameworkProblems {

	private static final Log log = LogFactory.getLog(Problems.class);

	static final int CLIENT_CLOSED_REQUEST = 499;

	private final List<ProblemMapping> mappings;

	private final Counter abandoned;

	private final Refusals refusals;

	Problems(List<ProblemMapping> mappings, MeterRegistry meters, Refusals refusals) {
		this.mappings = mappings;
		this.abandoned = Counter.builder("eidolon.requests.abandoned")
			.description("Requests whose client closed its connection before it had an answer")
			.register(meters);
		this.refusals = refusals;
	}

	// Nobody reads this; meters show the status that nginx gave such requests.
	@ExceptionHandler
	ResponseEntity<Object> gone(ClientGoneException ex) {
		this.abandoned.increment();
		return ResponseEntity.status(CLIENT_CLOSED_REQUEST).build();
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> answer(Exception ex, WebRequest request) {
		if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
			return null;
		}
		Problem problem = of(ex, request.getDescription(true));
		return answer(ex, problem.detail(), problem.headers(), request);
	}

	// How large one may be is for a feature to say.
	@Override
	protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, request);
	}

	/** What ended an answer that had begun. */
	ProblemDetail inStream(Exception ex) {
		return of(ex, "the rest of an answer").detail();
	}

	private Problem of(Exception ex, String answer) {
		Problem problem = this.mappings.stream()
			.map((mapping) -> mapping.of(ex))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> {
				log.error("Cannot answer " + answer, ex);
				return Problem.failed();
			});
		count(ex, answer);
		Problem.complete(problem.detail());
		return problem;
	}

	private void count(Exception ex, String answer) {
		switch (ex) {
			case ServiceBusyException _ -> this.refusals.count(RefusalReason.BUSY, answer);
			case RequestTimeoutException _ -> this.refusals.count(RefusalReason.TIMEOUT, answer);
			default -> {
				// Not for want of room or time.
			}
		}
	}

}
