package io.eidolon.web.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a key or a token may be for. */
enum Scope {

	/** Images from seeds, words and latents. */
	GENERATE,

	/** Images that fit strokes and photos. */
	EDIT,

	/** Features, classes and anomalies of pictures, and probes. */
	RECOGNISE,

	/** Work that outlives a request. */
	JOBS,

	/** The management endpoints. */
	OPERATE;

	/** Finds a scope by what keys, tokens and pages call it. */
	static Optional<Scope> find(String name) {
		return Arrays.stream(values()).filter((scope) -> scope.toString().equals(name)).findFirst();
	}

	/** All names, as errors list them. */
	static String names() {
		return join(List.of(values()), ", ");
	}

	/** The names of some scopes. */
	static String join(Collection<Scope> scopes, String separator) {
		return scopes.stream().map(Scope::toString).collect(Collectors.joining(separator));
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
