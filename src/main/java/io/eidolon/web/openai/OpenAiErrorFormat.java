package io.eidolon.web.openai;

import io.eidolon.web.server.ErrorFormat;

import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Errors of all paths below {@code /v1}. */
@Component
class OpenAiErrorFormat implements ErrorFormat {

	@Override
	public String path() {
		return "/v1/";
	}

	@Override
	public Object body(ProblemDetail problem) {
		return OpenAiError.of(problem);
	}

}
