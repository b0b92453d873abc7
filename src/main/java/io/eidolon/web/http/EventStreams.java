package io.eidolon.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

import io.eidolon.serving.ClientGoneException;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Answers with server-sent events (WHATWG HTML, 9.2), written by the thread of the
 * request as it finds them out, so that a client that goes ends the work. Until the first
 * event, what goes wrong is answered like that of any other request; later it is an
 * event.
 */
@Component
public class EventStreams {

	private final JsonMapper json;

	private final Problems problems;

	EventStreams(JsonMapper json, Problems problems) {
		this.json = json;
		this.problems = problems;
	}

	/**
	 * Does some work.
	 * @param work hears where to send events to
	 * @param failure the name of the event that says what went wrong
	 * @param described the data of that event
	 * @throws ClientGoneException when the client has gone
	 */
	public void answer(HttpServletResponse response, Consumer<Events> work, String failure,
			Function<ProblemDetail, Object> described) {
		Events events = (event, data) -> send(response, event, data);
		try {
			work.accept(events);
		}
		catch (ClientGoneException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!response.isCommitted()) {
				throw ex;
			}
			events.send(failure, described.apply(this.problems.inStream(ex)));
		}
	}

	private void send(HttpServletResponse response, String event, Object data) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes("event: %s\ndata: ".formatted(event).getBytes(StandardCharsets.UTF_8));
		bytes.writeBytes(this.json.writeValueAsBytes(data));
		bytes.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
		try {
			if (!response.isCommitted()) {
				response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
				response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
				response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
				// Proxies of this kind would gather events otherwise.
				response.setHeader("X-Accel-Buffering", "no");
			}
			bytes.writeTo(response.getOutputStream());
			response.flushBuffer();
		}
		catch (IOException ex) {
			throw new ClientGoneException();
		}
	}

	/** Where events go. */
	@FunctionalInterface
	public interface Events {

		/**
		 * Sends an event.
		 * @throws ClientGoneException when the client has gone
		 */
		void send(String event, Object data);

	}

}
