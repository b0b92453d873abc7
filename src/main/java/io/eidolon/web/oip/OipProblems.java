package io.eidolon.web.oip;

import io.eidolon.tensor.MissingNetworkOfModelException;
import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says that a model has no such network. */
@Component
class OipProblems implements ProblemMapping {

	private static final ProblemType UNKNOWN_NETWORK = new ProblemType(HttpStatus.NOT_FOUND, "Unknown network");

	@Override
	public @Nullable Problem of(Exception ex) {
		return (ex instanceof MissingNetworkOfModelException) ? Problem.of(UNKNOWN_NETWORK, ex.getMessage()) : null;
	}

}
