package io.eidolon.web.openai;

import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;

/**
 * What went wrong, as OpenAI's API says it.
 *
 * @param error what went wrong
 */
record OpenAiError(ErrorDetail error) {

	private static final int SERVER_ERRORS = 500;

	private static final int TOO_MANY_REQUESTS = 429;

	/** Fields that have another name in this API. */
	private static final Map<String, String> NAMES = Map.of("picture", "image", "toPrompt", "prompt", "count", "n",
			"upscale", "size");

	/** Kinds of problems that this API has a name for. */
	private static final Map<String, String> CODES = Map.of("unknown-model", "model_not_found", "invalid-parameter",
			"invalid_value", "unauthorized", "invalid_api_key", "limit-exceeded", "rate_limit_exceeded");

	static OpenAiError of(ProblemDetail problem) {
		String message = Objects.requireNonNullElse(problem.getDetail(), String.valueOf(problem.getTitle()));
		String field = property(problem, "field");
		String name = (field != null) ? NAMES.getOrDefault(field, field) : null;
		if (field != null && message.startsWith(field)) {
			message = name + message.substring(field.length());
		}
		return new OpenAiError(new ErrorDetail(message, type(problem.getStatus()), name, code(problem)));
	}

	private static String type(int status) {
		if (status == TOO_MANY_REQUESTS) {
			return "rate_limit_error";
		}
		return (status >= SERVER_ERRORS) ? "server_error" : "invalid_request_error";
	}

	private static @Nullable String code(ProblemDetail problem) {
		String type = String.valueOf(problem.getType());
		if (!type.startsWith("urn:")) {
			return null;
		}
		String kind = type.substring(type.lastIndexOf(':') + 1);
		return CODES.getOrDefault(kind, kind.replace('-', '_'));
	}

	private static @Nullable String property(ProblemDetail problem, String name) {
		Object value = (problem.getProperties() != null) ? problem.getProperties().get(name) : null;
		return (value != null) ? value.toString() : null;
	}

	/**
	 * What went wrong.
	 *
	 * @param message in words
	 * @param type whose fault it is
	 * @param param the parameter that is wrong, null when none is
	 * @param code the kind of the error, null when its status says all
	 */
	record ErrorDetail(String message, @Schema(allowableValues = {
			"invalid_request_error", "rate_limit_error", "server_error" }) String type, @Nullable String param,
			@Nullable String code){

	}

}
