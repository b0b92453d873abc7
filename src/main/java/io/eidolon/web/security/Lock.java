package io.eidolon.web.security;

import java.util.List;

import io.eidolon.web.server.Refusals;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What each request passes where the service is locked: Spring Security without sessions,
 * pages and cookies, of which each filter is named here.
 *
 * @param clients know clients by what they send; none where the service is not locked
 * @param tokens whether some of them know tokens
 * @param refusals sends and counts what is refused
 */
record Lock(List<AuthenticationProvider> clients, boolean tokens, Refusals refusals) {

	private static final String ANONYMOUS = "anonymous";

	/** Whether the service is locked. */
	boolean isClosed() {
		return !this.clients.isEmpty();
	}

	/**
	 * The filter that holds requests to rules; it lets all pass while nothing is locked.
	 */
	Filter filter(AccessRules rules) {
		if (!isClosed()) {
			return (request, response, chain) -> chain.doFilter(request, response);
		}
		LockRefusals answers = new LockRefusals(rules, this.refusals);
		AuthenticationFilter authentication = new AuthenticationFilter(new ProviderManager(this.clients),
				new CredentialsHeaders(this.tokens));
		// Probes and pages are not to fail for a key that they do not need.
		authentication.setRequestMatcher((request) -> !rules.isOpen(request));
		authentication.setSuccessHandler((_, _, _) -> {
			// It goes on.
		});
		authentication.setFailureHandler(answers);
		ExceptionTranslationFilter translation = new ExceptionTranslationFilter(answers, new NullRequestCache());
		translation.setAccessDeniedHandler(answers);
		FilterChainProxy filter = new FilterChainProxy(
				new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, List.of(marks(rules), authentication,
						new AnonymousAuthenticationFilter(ANONYMOUS), translation, new AuthorizationFilter(rules))));
		filter.setRequestRejectedHandler(answers);
		filter.setFirewall(oddPaths());
		return filter;
	}

	/** Refuses odd paths; methods that nobody knows are nobody's by the rules. */
	private static HttpFirewall oddPaths() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		return firewall;
	}

	private static Filter marks(AccessRules rules) {
		return (request, response, chain) -> {
			if (!rules.isOpen((HttpServletRequest) request)) {
				PrivateAnswers.mark((HttpServletResponse) response);
			}
			chain.doFilter(request, response);
		};
	}

}
