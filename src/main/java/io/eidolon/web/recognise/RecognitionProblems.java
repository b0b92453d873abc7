package io.eidolon.web.recognise;

import io.eidolon.recognition.MissingNetworkException;
import io.eidolon.recognition.ProbeExistsException;
import io.eidolon.recognition.ProbeStorageException;
import io.eidolon.recognition.UnknownDetectorException;
import io.eidolon.recognition.UnknownProbeException;
import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says why pictures are not recognised. */
@Component
class RecognitionProblems implements ProblemMapping {

	private static final ProblemType MISSING_NETWORK = new ProblemType(HttpStatus.UNPROCESSABLE_CONTENT,
			"Missing network");

	private static final ProblemType UNKNOWN_DETECTOR = new ProblemType(HttpStatus.UNPROCESSABLE_CONTENT,
			"Unknown detector");

	private static final ProblemType UNKNOWN_PROBE = new ProblemType(HttpStatus.NOT_FOUND, "Unknown probe");

	private static final ProblemType PROBE_EXISTS = new ProblemType(HttpStatus.CONFLICT, "Probe exists");

	private static final ProblemType NO_STORAGE = new ProblemType(HttpStatus.INSUFFICIENT_STORAGE, "Probe not stored");

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case MissingNetworkException missing ->
				Problem.of(MISSING_NETWORK, missing.getMessage()).with("file", missing.file());
			case UnknownDetectorException unknown ->
				Problem.of(UNKNOWN_DETECTOR, unknown.getMessage()).with("detector", unknown.detector());
			case UnknownProbeException unknown -> Problem.of(UNKNOWN_PROBE, unknown.getMessage());
			case ProbeExistsException exists -> Problem.of(PROBE_EXISTS, exists.getMessage());
			case ProbeStorageException storage -> Problem.of(NO_STORAGE, storage.getMessage());
			default -> null;
		};
	}

}
