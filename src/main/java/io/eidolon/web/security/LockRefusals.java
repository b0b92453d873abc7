package io.eidolon.web.security;

import java.io.IOException;
import java.util.Set;

import io.eidolon.web.server.Refusal;
import io.eidolon.web.server.RefusalReason;
import io.eidolon.web.server.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Says which key is needed (RFC 6750).
 *
 * @param rules who may ask for what
 * @param refusals sends and counts what is refused
 */
record LockRefusals(AccessRules rules, Refusals refusals)
		implements
			AuthenticationEntryPoint,
			AuthenticationFailureHandler,
			AccessDeniedHandler,
			RequestRejectedHandler {

	private static final String CHALLENGE = "Bearer realm=\"eidolon\"";

	private static final Refusal NO_KEY = refusal(401, "Unauthorized",
			"A key is needed: send it as Authorization: Bearer, or as X-API-Key", RefusalReason.NO_KEY);

	private static final Refusal UNKNOWN_KEY = refusal(401, "Unauthorized",
			"The key or token is not known, or not valid any more: send another as Authorization: Bearer, or as X-API-Key",
			RefusalReason.NO_KEY);

	private static final Refusal NOBODY = refusal(403, "Forbidden",
			"No key may ask for this path with this method; /v3/api-docs has those that there are",
			RefusalReason.SCOPE);

	private static final Refusal ODD_PATH = refusal(400, "Bad Request",
			"The path must be written without ;, //, a backslash, and encoded slashes, dots and percent signs",
			RefusalReason.SCOPE);

	private static final Refusal NO_ISSUER = refusal(503, "Busy",
			"The keys of the issuer of tokens cannot be had now; try again later", RefusalReason.NO_KEY);

	private static Refusal refusal(int status, String title, String detail, RefusalReason reason) {
		return new Refusal(status, title, detail, (status == 503) ? 1 : null, reason);
	}

	/** Nothing was sent. */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
		this.refusals.send(NO_KEY, request, response);
	}

	/** What was sent is not known. */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException ex) throws IOException {
		if (ex instanceof AuthenticationServiceException) {
			this.refusals.send(NO_ISSUER, request, response);
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
		this.refusals.send(UNKNOWN_KEY, request, response);
	}

	/** What was sent is known, and not for this. */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		Set<Scope> scopes = this.rules.scopes(request);
		if (scopes.isEmpty()) {
			this.refusals.send(NOBODY, request, response);
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				CHALLENGE + ", error=\"insufficient_scope\", scope=\"%s\"".formatted(Scope.join(scopes, " ")));
		this.refusals.send(refusal(403, "Forbidden",
				"The key lacks a scope that this needs: %s".formatted(Scope.join(scopes, " or ")), RefusalReason.SCOPE),
				request, response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException ex)
			throws IOException {
		this.refusals.send(ODD_PATH, request, response);
	}

}
