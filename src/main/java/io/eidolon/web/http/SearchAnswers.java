package io.eidolon.web.http;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** Answers with what a search finds, in the form that its client accepts. */
@Component
public class SearchAnswers {

	private final EventStreams streams;

	SearchAnswers(EventStreams streams) {
		this.streams = streams;
	}

	/**
	 * Runs a search and answers with what it found, or has written events to the response
	 * until it found it.
	 * @param search the search
	 * @param step what an event says of the search's progress
	 * @return the answer, null when it was written as events
	 */
	public <P> @Nullable ResponseEntity<Object> answer(HttpHeaders headers, HttpServletResponse response,
			Search<P> search, Function<P, Object> step) throws HttpMediaTypeNotAcceptableException {
		return switch (Accept.of(headers).choose(List.of(SearchFormat.values()))) {
			case JSON -> {
				Warned found = search.run(null);
				yield ResponseEntity.ok()
					.contentType(MediaType.APPLICATION_JSON)
					.varyBy(HttpHeaders.ACCEPT)
					.headers(WarningHeader.of(found.warnings()))
					.body(found);
			}
			case EVENTS -> {
				this.streams.answer(response,
						(events) -> events.send("done",
								search.run((progress) -> events.send("progress", step.apply(progress)))),
						"problem", (problem) -> problem);
				yield null;
			}
		};
	}

	/**
	 * A search.
	 *
	 * @param <P> how far it has come
	 */
	@FunctionalInterface
	public interface Search<P> {

		/**
		 * Searches.
		 * @param progress hears how far it has come, null when nobody listens
		 * @return the answer
		 */
		Warned run(@Nullable Consumer<P> progress);

	}

}
