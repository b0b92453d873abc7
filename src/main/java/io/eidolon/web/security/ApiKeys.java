package io.eidolon.web.security;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys that are known.
 *
 * @param keys each with a name of its own
 */
record ApiKeys(List<ApiKey> keys) {

	static final ApiKeys NONE = new ApiKeys(List.of());

	/** Finds who has a key. All keys are compared, whether or not one is found before. */
	Optional<Caller> find(String key) {
		byte[] digest = ApiKey.digest(key).getBytes(StandardCharsets.US_ASCII);
		Caller found = null;
		for (ApiKey one : this.keys) {
			found = one.has(digest) ? one.caller() : found;
		}
		return Optional.ofNullable(found);
	}

	/** What is different in others, by the names of keys. */
	Map<String, String> changes(ApiKeys others) {
		Map<String, ApiKey> before = byName();
		Map<String, ApiKey> after = others.byName();
		Map<String, String> changes = new TreeMap<>();
		after.forEach((name, key) -> {
			ApiKey old = before.get(name);
			if (!Objects.equals(old, key)) {
				changes.put(name, (old != null) ? "changed" : "added");
			}
		});
		before.keySet()
			.stream()
			.filter((name) -> !after.containsKey(name))
			.forEach((name) -> changes.put(name, "removed"));
		return changes;
	}

	private Map<String, ApiKey> byName() {
		return this.keys.stream().collect(Collectors.toMap((key) -> key.caller().name(), (key) -> key));
	}

}
