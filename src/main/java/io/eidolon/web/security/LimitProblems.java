package io.eidolon.web.security;

import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import io.eidolon.web.server.RefusalReason;
import io.eidolon.web.server.Refusals;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says that a client has asked for more than it may. */
@Component
class LimitProblems implements ProblemMapping {

	private static final ProblemType LIMIT = new ProblemType(HttpStatus.TOO_MANY_REQUESTS, "Limit exceeded");

	private static final ProblemType MODEL = new ProblemType(HttpStatus.FORBIDDEN, "Forbidden");

	private final Refusals refusals;

	LimitProblems(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case LimitExceededException exceeded -> limited(exceeded);
			case ModelNotAllowedException other -> {
				this.refusals.count(RefusalReason.SCOPE, "a model that a key is not for");
				yield Problem.ofField(MODEL, "model", other.model(), other.allowed());
			}
			default -> null;
		};
	}

	private Problem limited(LimitExceededException ex) {
		this.refusals.count(RefusalReason.LIMIT, "what costs more than its client may spend");
		Problem problem = Problem.of(LIMIT, ex.getMessage()).with("limit", ex.limit()).with("value", ex.value());
		return (ex.retryAfter() != null) ? problem.retryAfter(ex.retryAfter()) : problem;
	}

}
