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

/**
 * Answers with server-sent events (WHATWG HTML, 9.2), written by the thread of the
 * request as it finds them out, so that a client that goes ends the work. Until the first
 * event, what goes wrong is answered like that of any other request; later it is an
 * event.
 *
 * @param response the answer
 * @param json writes the data of events
 * @param problems says what went wrong
 */
record EventStream(HttpServletResponse response, JsonMapper json, Problems problems) {

	/**
	 * Does some work.
	 * @param work hears where to report its progress to, and returns the answer
	 * @throws ClientGoneException when the client has gone
	 */
	void run(Function<Consumer<Object>, Object> work) {
		try {
			send("done", work.apply((progress) -> send("progress", progress)));
		}
		catch (ClientGoneException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!this.response.isCommitted()) {
				throw ex;
			}
			send("problem", this.problems.inStream(ex));
		}
	}

	private void send(String event, Object data) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes("event: %s\ndata: ".formatted(event).getBytes(StandardCharsets.UTF_8));
		bytes.writeBytes(this.json.writeValueAsBytes(data));
		bytes.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
		try {
			if (!this.response.isCommitted()) {
				this.response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
				this.response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
				this.response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
				// Proxies of this kind would gather events otherwise.
				this.response.setHeader("X-Accel-Buffering", "no");
			}
			bytes.writeTo(this.response.getOutputStream());
			this.response.flushBuffer();
		}
		catch (IOException ex) {
			throw new ClientGoneException();
		}
	}

}
