package io.eidolon.web.security;

import java.security.Principal;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A request that says who its client is. */
final class KnownRequest extends HttpServletRequestWrapper {

	private final @Nullable Caller caller;

	private KnownRequest(HttpServletRequest request, @Nullable Caller caller) {
		super(request);
		this.caller = caller;
	}

	/** The same request, which knows the client that the lock has let in. */
	static KnownRequest of(ServletRequest request) {
		return new KnownRequest((HttpServletRequest) request, caller());
	}

	/** The client that the lock has let in, null when it needed none. */
	static @Nullable Caller caller() {
		Authentication client = SecurityContextHolder.getContext().getAuthentication();
		return (client != null && client.getPrincipal() instanceof Caller known) ? known : null;
	}

	@Override
	public @Nullable Principal getUserPrincipal() {
		return this.caller;
	}

	@Override
	public @Nullable String getRemoteUser() {
		return (this.caller != null) ? this.caller.name() : null;
	}

}
