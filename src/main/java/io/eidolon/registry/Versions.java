package io.eidolon.registry;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The versions of a model that serve.
 *
 * @param newestFirst one or more
 * @param preferred the one that answers when none is asked for
 * @param problem what is wrong with the setting that pins it, in one line, null if
 * nothing is
 */
record Versions(List<ModelVersion> newestFirst, ModelVersion preferred, @Nullable String problem) {

	/** The versions of a model, of which one may be pinned to answer. */
	static Versions of(String model, List<ModelVersion> newestFirst, @Nullable String pin) {
		ModelVersion newest = newestFirst.getFirst();
		if (pin == null) {
			return new Versions(newestFirst, newest, null);
		}
		return find(newestFirst, pin).map((pinned) -> new Versions(newestFirst, pinned, null))
			.orElseGet(() -> new Versions(newestFirst, newest, "%s (%s) must be one of %s; %s answers instead"
				.formatted(PinnedVersions.setting(model), pin, names(newestFirst), newest.card().version())));
	}

	/**
	 * A version of the model.
	 * @param version its name, null for the one that answers when none is asked for
	 * @throws UnknownVersionException when no version of this name serves
	 */
	ModelVersion get(@Nullable String version) {
		if (version == null) {
			return this.preferred;
		}
		return find(this.newestFirst, version)
			.orElseThrow(() -> new UnknownVersionException(this.preferred.card().name(), version, names()));
	}

	/** The names of the versions, the newest first. */
	List<String> names() {
		return names(this.newestFirst);
	}

	private static List<String> names(List<ModelVersion> versions) {
		return versions.stream().map((version) -> version.card().version()).toList();
	}

	private static Optional<ModelVersion> find(List<ModelVersion> versions, String name) {
		return versions.stream().filter((version) -> version.card().version().equals(name)).findFirst();
	}

}
