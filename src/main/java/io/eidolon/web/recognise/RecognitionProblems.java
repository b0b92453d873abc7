package io.eidolon.web.recognise;

import io.eidolon.recognition.MissingNetworkException;
import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says what a model lacks to recognise pictures. */
@Component
class RecognitionProblems implements ProblemMapping {

	private static final ProblemType MISSING_NETWORK = new ProblemType(HttpStatus.UNPROCESSABLE_CONTENT,
			"Missing network");

	@Override
	public @Nullable Problem of(Exception ex) {
		return (ex instanceof MissingNetworkException missing)
				? Problem.of(MISSING_NETWORK, missing.getMessage()).with("file", missing.file()) : null;
	}

}
