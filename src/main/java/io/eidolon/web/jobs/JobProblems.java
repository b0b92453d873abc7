package io.eidolon.web.jobs;

import io.eidolon.jobs.JobsOffException;
import io.eidolon.jobs.JobsUnavailableException;
import io.eidolon.jobs.NoRoomException;
import io.eidolon.jobs.ReusedKeyException;
import io.eidolon.jobs.TooManyJobsException;
import io.eidolon.jobs.UnknownJobException;
import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says why there is no job. */
@Component
class JobProblems implements ProblemMapping {

	private static final ProblemType OFF = new ProblemType(HttpStatus.NOT_IMPLEMENTED, "No jobs");

	private static final ProblemType UNAVAILABLE = new ProblemType(HttpStatus.SERVICE_UNAVAILABLE, "Jobs unavailable");

	private static final ProblemType UNKNOWN = new ProblemType(HttpStatus.NOT_FOUND, "Unknown job");

	private static final ProblemType REUSED_KEY = new ProblemType(HttpStatus.UNPROCESSABLE_CONTENT,
			"Reused idempotency key");

	private static final ProblemType TOO_MANY = new ProblemType(HttpStatus.TOO_MANY_REQUESTS, "Too many jobs");

	private static final ProblemType NO_ROOM = new ProblemType(HttpStatus.INSUFFICIENT_STORAGE, "No room");

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case JobsOffException off -> Problem.of(OFF, off.getMessage());
			case JobsUnavailableException unavailable -> Problem.of(UNAVAILABLE, unavailable.getMessage()).retryLater();
			case DataAccessException _ -> unavailable();
			case TransactionException _ -> unavailable();
			case UnknownJobException unknown ->
				Problem.ofField(UNKNOWN, unknown.field(), unknown.value(), unknown.allowed());
			case ReusedKeyException reused -> Problem.ofField(REUSED_KEY, "Idempotency-Key", reused.key(),
					"another one, as another job was asked for with it");
			case TooManyJobsException many -> Problem.of(TOO_MANY, many.getMessage()).retryLater();
			case TooManyListenersException many -> Problem.of(UNAVAILABLE, many.getMessage()).retryLater();
			case NoRoomException room -> Problem.of(NO_ROOM, room.getMessage());
			default -> null;
		};
	}

	private static Problem unavailable() {
		return Problem.of(UNAVAILABLE, "Jobs cannot be reached now; try again later").retryLater();
	}

}
