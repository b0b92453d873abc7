package io.eidolon.web.jobs;

/** As many clients listen to jobs as may; the same request may succeed in a moment. */
final class TooManyListenersException extends RuntimeException {

	TooManyListenersException(int listeners, String whose) {
		super("%s %s listen to jobs, which is all that may; ask GET /jobs/{job} now and then".formatted(listeners,
				whose));
	}

}
