package io.eidolon.web.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** Describes keys, and what is answered to those who have none, or not enough of it. */
@Component
class DocumentedLock implements OpenApiCustomizer {

	private static final String KEY = "key";

	private static final String TOKEN = "token";

	private static final Header CHALLENGE = header("string", "How a key is sent (RFC 6750)");

	private static final Header LIMITS = header("string", "The limits of the client, where it has any");

	private static final Header LEFT = header("string", "What is left of each limit, and when all of it is back");

	private static final Header RETRY = header("integer",
			"After how many seconds to ask again; left out where this request alone asks for too much");

	private final AccessRules rules = AccessRules.ofService("/actuator");

	private final boolean locked;

	DocumentedLock(Environment environment) {
		this.locked = Locked.isBy(environment);
	}

	@Override
	public void customise(OpenAPI api) {
		api.getComponents()
			.addSecuritySchemes(KEY,
					new SecurityScheme().type(SecurityScheme.Type.APIKEY)
						.in(SecurityScheme.In.HEADER)
						.name(CredentialsHeaders.KEY)
						.description("A key, where the service is locked"))
			.addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("The same key, or a token of the issuer that the service trusts"));
		List<SecurityRequirement> either = new ArrayList<>();
		if (!this.locked) {
			either.add(new SecurityRequirement());
		}
		either.add(new SecurityRequirement().addList(KEY));
		either.add(new SecurityRequirement().addList(TOKEN));
		api.setSecurity(either);
		api.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> describe(path, method, operation)));
	}

	private void describe(String path, HttpMethod method, Operation operation) {
		Optional<AccessRule> rule = this.rules.of(method.name(), PathContainer.parsePath(path));
		if (rule.filter(AccessRule::isOpen).isPresent()) {
			operation.setSecurity(List.of());
			return;
		}
		Content problem = problem(operation.getResponses());
		Map<String, String> answers = Map.of("401", "There is no key, or it is not known", "403",
				"The key is for something else; this needs the scope "
						+ Scope.join(rule.map(AccessRule::scopes).orElse(Set.of()), " or "),
				"429", "The client has asked for as much as it may (see RateLimit and Retry-After)");
		answers.forEach((status, description) -> operation.getResponses()
			.putIfAbsent(status, new ApiResponse().description(description).content(problem)));
		Objects.requireNonNull(operation.getResponses().get("401"))
			.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
		Objects.requireNonNull(operation.getResponses().get("429"))
			.addHeaderObject(HttpHeaders.RETRY_AFTER, RETRY)
			.addHeaderObject(RateLimitHeaders.POLICY, LIMITS)
			.addHeaderObject(RateLimitHeaders.LEFT, LEFT);
	}

	private static Header header(String type, String description) {
		return new Header().description(description).schema(new Schema<>().types(Set.of(type)));
	}

	/** An error as other errors of the operation are described. */
	private static Content problem(ApiResponses others) {
		return Stream.of("400", "404", "503")
			.map(others::get)
			.filter((response) -> response != null && response.getContent() != null)
			.map(ApiResponse::getContent)
			.findFirst()
			.orElseGet(() -> new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("ProblemDetail"))));
	}

}
