package io.eidolon.web.http;

import io.eidolon.inference.gradient.ModelChangedException;
import io.eidolon.inference.gradient.NoGradientException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** Says why a model cannot be searched. */
class GradientProblems implements ProblemMapping {

	private static final ProblemType NO_GRADIENT = new ProblemType(HttpStatus.UNPROCESSABLE_CONTENT, "No gradient");

	private static final ProblemType MODEL_UNAVAILABLE = new ProblemType(HttpStatus.SERVICE_UNAVAILABLE,
			"Model unavailable");

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case NoGradientException none -> noGradient(none);
			case ModelChangedException changed -> Problem.of(MODEL_UNAVAILABLE, changed.getMessage()).retryLater();
			default -> null;
		};
	}

	private static Problem noGradient(NoGradientException ex) {
		Problem problem = Problem.of(NO_GRADIENT, ex.getMessage());
		return (ex.operator() != null) ? problem.with("operator", ex.operator()).with("node", ex.node()) : problem;
	}

}
