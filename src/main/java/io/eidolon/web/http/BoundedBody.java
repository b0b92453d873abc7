package io.eidolon.web.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.eidolon.search.SearchProperties;
import io.eidolon.serving.InvalidParameterException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Reads bodies up to a limit, whether or not they announce their length, and refuses
 * {@code null}: a record cannot tell it from a property that was left out.
 */
@ControllerAdvice
class BoundedBody extends RequestBodyAdviceAdapter {

	private static final int PIECE = 8192;

	private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

	private final DataSize limit;

	private final DataSize uploadLimit;

	private final JsonMapper json;

	BoundedBody(WebProperties properties, SearchProperties edits, JsonMapper json) {
		this.limit = properties.maxBody();
		this.uploadLimit = edits.maxUpload();
		this.json = json;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) throws IOException {
		byte[] body = read(message, parameter.hasParameterAnnotation(Upload.class) ? this.uploadLimit : this.limit);
		if (!parameter.getContainingClass().isAnnotationPresent(ForeignApi.class)) {
			refuseNulls(body);
		}
		return new ReadBody(message.getHeaders(), body);
	}

	private static byte[] read(HttpInputMessage message, DataSize limit) throws IOException {
		long largest = limit.toBytes();
		long announced = message.getHeaders().getContentLength();
		if (announced > largest) {
			throw new BodyTooLargeException(limit);
		}
		byte[] body = message.getBody().readNBytes(Math.toIntExact((announced >= 0) ? announced : largest + 1));
		if (body.length > largest) {
			throw new BodyTooLargeException(limit);
		}
		return body;
	}

	private void refuseNulls(byte[] body) {
		if (!mayHoldNull(body)) {
			return;
		}
		try (JsonParser parser = this.json.createParser(body)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.VALUE_NULL) {
					String path = parser.streamReadContext().pathAsPointer().toString();
					String name = path.replaceAll("/(\\d+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
					throw new InvalidParameterException(name.isEmpty() ? "body" : name, "null", "given or left out");
				}
			}
		}
		catch (JacksonException ex) {
			// The converter reads the body next and reports this better.
		}
	}

	/**
	 * A null can be spelt in one way only, with zeros between in UTF-16 and UTF-32. Most
	 * bodies hold none and are parsed once.
	 */
	private static boolean mayHoldNull(byte[] body) {
		for (int i = 0; i < body.length; i++) {
			if (body[i] == 0 || (body[i] == 'n'
					&& Arrays.equals(body, i, Math.min(i + NULL.length, body.length), NULL, 0, NULL.length))) {
				return true;
			}
		}
		return false;
	}

	private record ReadBody(HttpHeaders headers, byte[] body) implements HttpInputMessage {

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public InputStream getBody() {
			return new YieldingStream(this.body);
		}

	}

	/**
	 * Lets others have the processor between pieces: a virtual thread keeps it until it
	 * waits, and what reads a large body never does.
	 */
	private static final class YieldingStream extends ByteArrayInputStream {

		YieldingStream(byte[] body) {
			super(body);
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			Thread.yield();
			return super.read(target, offset, Math.min(length, PIECE));
		}

	}

}
