package io.eidolon.web.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;

/**
 * Who may ask for which path: the one home of the scopes of paths. What no rule is about
 * is nobody's, so that a path which is added is locked until a rule names it.
 *
 * @param rules of which the first counts that is about a request
 */
record AccessRules(List<AccessRule> rules) implements AuthorizationManager<HttpServletRequest> {

	/** Probes, and what a browser needs before it can send a key. */
	private static final List<AccessRule> OPEN = AccessRule.open("/livez", "/readyz", "/v2/health/live",
			"/v2/health/ready", "/", "/index.html", "/recognise.html", "/studio/**", "/swagger-ui.html",
			"/swagger-ui/**", "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**");

	/**
	 * Those of the port that serves.
	 * @param management the path of the management endpoints, in case they are there too
	 */
	static AccessRules ofService(String management) {
		return new AccessRules(Stream.of(OPEN, ofEndpoints(management),
				AccessRule.needs(Scope.GENERATE, "/generate", "/interpolate", "/v1/images/generations",
						"/v2/models/{model}/infer", "/v2/models/{model}/versions/{version}/infer"),
				AccessRule.readNeeds(Scope.GENERATE, "/models/{model}/samples/{file}"),
				AccessRule.needs(Scope.EDIT, "/edit", "/project", "/v1/images/edits", "/v1/images/variations"),
				AccessRule.needs(Scope.RECOGNISE, "/features", "/classify", "/anomalies", "/detectors",
						"/models/{model}/probes", "/models/{model}/probes/{probe}"),
				AccessRule.needs(Scope.JOBS, "/jobs", "/jobs/**"),
				AccessRule.readable("/models", "/models/{model}", "/models/{model}/preview.png",
						"/models/{model}/directions", "/v1/models", "/v1/models/{model}", "/v2", "/v2/",
						"/v2/models/{model}", "/v2/models/{model}/ready", "/v2/models/{model}/versions/{version}",
						"/v2/models/{model}/versions/{version}/ready", "/error"))
			.flatMap(List::stream)
			.toList());
	}

	/** Those of a port for operators alone. */
	static AccessRules ofManagement(String management) {
		return new AccessRules(Stream.of(ofEndpoints(management), AccessRule.needs(Scope.OPERATE, "/", "/**"))
			.flatMap(List::stream)
			.toList());
	}

	private static List<AccessRule> ofEndpoints(String base) {
		List<AccessRule> probes = AccessRule.open(base + "/health/liveness", base + "/health/readiness");
		return base.isEmpty() ? probes
				: Stream.concat(probes.stream(), AccessRule.needs(Scope.OPERATE, base, base + "/**").stream()).toList();
	}

	/** The rule about a request; empty when it is nobody's. */
	Optional<AccessRule> of(HttpServletRequest request) {
		PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
			.pathWithinApplication();
		return of(request.getMethod(), path);
	}

	Optional<AccessRule> of(String method, PathContainer path) {
		return this.rules.stream().filter((rule) -> rule.isAbout(method, path)).findFirst();
	}

	/** Whether anybody may ask for it. */
	boolean isOpen(HttpServletRequest request) {
		return of(request).filter(AccessRule::isOpen).isPresent();
	}

	/** The scopes of which a request needs one. */
	Set<Scope> scopes(HttpServletRequest request) {
		return of(request).map(AccessRule::scopes).orElse(EnumSet.noneOf(Scope.class));
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> client,
			HttpServletRequest request) {
		AccessRule rule = of(request).orElse(null);
		return new AuthorizationDecision(rule != null && (rule.isOpen() || mayPass(client.get(), rule)));
	}

	private static boolean mayPass(@Nullable Authentication client, AccessRule rule) {
		return client != null && client.getPrincipal() instanceof Caller caller
				&& rule.scopes().stream().anyMatch(caller.scopes()::contains);
	}

}
