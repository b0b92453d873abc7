package io.eidolon.web.oip;

import java.util.Objects;

import io.eidolon.web.server.ErrorFormat;

import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Errors of all paths below {@code /v2}: one sentence. */
@Component
class OipErrorFormat implements ErrorFormat {

	@Override
	public String path() {
		return "/v2/";
	}

	@Override
	public Object body(ProblemDetail problem) {
		return new OipError(Objects.requireNonNullElse(problem.getDetail(), String.valueOf(problem.getTitle())));
	}

}
