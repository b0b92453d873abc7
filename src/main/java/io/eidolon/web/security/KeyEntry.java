package io.eidolon.web.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a file of keys. Values are not repeated in errors: someone may have
 * written a key where its digest belongs.
 *
 * @param place the file and the name of the key, as errors begin
 * @param fields what is said of the key
 */
record KeyEntry(String place, Map<?, ?> fields) {

	private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

	/** The fields that are numbers. */
	static final Set<String> LIMITS = Set.of("requests-per-minute", "cost-per-minute", "at-once");

	private static final List<String> FIELDS = List.of("sha256", "scopes", "models", "requests-per-minute",
			"cost-per-minute", "at-once");

	ApiKey read(String name) {
		for (Object field : this.fields.keySet()) {
			if (!FIELDS.contains(String.valueOf(field))) {
				throw wrong("has a field that is not known; there are " + String.join(", ", FIELDS));
			}
		}
		if (!(this.fields.get("sha256") instanceof String digest) || !DIGEST.matcher(digest).matches()) {
			throw wrong("sha256 must be 64 hexadecimal digits in lower case, as the command key prints them");
		}
		Integer atOnce = (limit("at-once", Integer.MAX_VALUE) instanceof Long number) ? number.intValue() : null;
		Limits limits = new Limits(limit("requests-per-minute", Limits.MOST), limit("cost-per-minute", Limits.MOST),
				atOnce);
		return new ApiKey(digest, new Caller(name, scopes(), texts("models"), limits));
	}

	private Set<Scope> scopes() {
		Set<Scope> scopes = EnumSet.noneOf(Scope.class);
		for (String name : texts("scopes")) {
			scopes.add(Scope.find(name).orElseThrow(() -> wrong("scopes must be some of " + Scope.names())));
		}
		if (scopes.isEmpty()) {
			throw wrong("scopes must name one or more of " + Scope.names());
		}
		return scopes;
	}

	/** Texts in a list, or separated by commas. */
	private Set<String> texts(String field) {
		if (!this.fields.containsKey(field)) {
			return Set.of();
		}
		return switch (this.fields.get(field)) {
			case String text when !text.isBlank() -> new LinkedHashSet<>(Arrays.asList(text.trim().split("\\s*,\\s*")));
			case List<?> list when !list.isEmpty() && list.stream().allMatch(String.class::isInstance) -> {
				Set<String> texts = new LinkedHashSet<>();
				list.forEach((text) -> texts.add((String) text));
				yield texts;
			}
			// What is left empty must not mean all
			case null, default -> throw wrong(field + " must be a list of names, or left out");
		};
	}

	private @Nullable Long limit(String field, long most) {
		if (!this.fields.containsKey(field)) {
			return null;
		}
		return switch (this.fields.get(field)) {
			case Integer number when number > 0 && number <= most -> number.longValue();
			case Long number when number > 0 && number <= most -> number;
			case null, default ->
				throw wrong("%s must be a whole number from 1 to %s, or left out".formatted(field, most));
		};
	}

	private KeyFileException wrong(String what) {
		return new KeyFileException("%s: %s".formatted(this.place, what));
	}

}
