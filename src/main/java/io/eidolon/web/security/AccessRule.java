package io.eidolon.web.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may ask for a path.
 *
 * @param methods the methods that it is about
 * @param path the paths that it is about
 * @param scopes of which the client needs one; nobody needs any where there are none
 */
record AccessRule(Set<String> methods, PathPattern path, Set<Scope> scopes) {

	private static final Set<String> READ = Set.of("GET", "HEAD");

	private static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

	/** Anybody may read it. */
	static List<AccessRule> open(String... paths) {
		return rules(READ, EnumSet.noneOf(Scope.class), paths);
	}

	/** Whoever may ask the service for something may read it. */
	static List<AccessRule> readable(String... paths) {
		return rules(READ, EnumSet.complementOf(EnumSet.of(Scope.OPERATE)), paths);
	}

	/** A scope is needed, whatever the method. */
	static List<AccessRule> needs(Scope scope, String... paths) {
		return rules(ANY, EnumSet.of(scope), paths);
	}

	/** A scope is needed to read it. */
	static List<AccessRule> readNeeds(Scope scope, String... paths) {
		return rules(READ, EnumSet.of(scope), paths);
	}

	private static List<AccessRule> rules(Set<String> methods, Set<Scope> scopes, String... paths) {
		return Stream.of(paths)
			.map((path) -> new AccessRule(methods, PathPatternParser.defaultInstance.parse(path), scopes))
			.toList();
	}

	boolean isAbout(String method, PathContainer asked) {
		return this.methods.contains(method) && this.path.matches(asked);
	}

	boolean isOpen() {
		return this.scopes.isEmpty();
	}

}
