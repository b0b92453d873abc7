package io.eidolon.web.security;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A key that a client has sent, or the client whose key it was. */
final class Credentials extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1;

	private final transient @Nullable String key;

	private final transient @Nullable Caller caller;

	private Credentials(@Nullable String key, @Nullable Caller caller) {
		super(List.of());
		this.key = key;
		this.caller = caller;
		setAuthenticated(caller != null);
	}

	/** What a client has sent. */
	static Credentials of(String key) {
		return new Credentials(key, null);
	}

	/** A client that is known. */
	static Credentials of(Caller caller) {
		return new Credentials(null, caller);
	}

	@Override
	public @Nullable Object getCredentials() {
		return this.key;
	}

	@Override
	public @Nullable Object getPrincipal() {
		return this.caller;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	// The key is nobody's to read.
	@Override
	public String toString() {
		return "Credentials of " + ((this.caller != null) ? this.caller.name() : "somebody");
	}

}
