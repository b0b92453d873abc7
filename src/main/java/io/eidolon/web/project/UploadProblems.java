package io.eidolon.web.project;

import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;

/** Says why a form with a picture cannot be read. */
@Component
class UploadProblems implements ProblemMapping {

	@Override
	public @Nullable Problem of(Exception ex) {
		return (ex instanceof MultipartException) ? Problem.of(ProblemType.MALFORMED_BODY,
				"The body must be multipart/form-data with a boundary, but cannot be read as such") : null;
	}

}
