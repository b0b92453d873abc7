package io.eidolon.web.security;

import java.security.Principal;
import java.util.Set;

/**
 * A client that is known by its key or its token.
 *
 * @param name what logs call it
 * @param scopes what it may do
 * @param models the models that it may use, all when there are none
 * @param limits what it may take in a minute
 */
record Caller(String name, Set<Scope> scopes, Set<String> models, Limits limits) implements Principal {

	@Override
	public String getName() {
		return this.name;
	}

}
