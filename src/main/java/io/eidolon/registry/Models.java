package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The models at one moment.
 *
 * @param entries what is at each location
 * @param unreadable the folders that cannot be read, and why, in one line
 * @param byName the versions that serve, by the name of their model
 */
record Models(SortedMap<ModelLocation, Entry> entries, Map<Path, String> unreadable,
		SortedMap<String, Versions> byName) {

	static final Models NONE = new Models(Collections.emptySortedMap(), Map.of(), Collections.emptySortedMap());

	/**
	 * The models at their locations, each with the version that someone pinned, if any.
	 */
	static Models of(SortedMap<ModelLocation, Entry> entries, Map<Path, String> unreadable, PinnedVersions pins) {
		Map<String, List<ModelVersion>> grouped = entries.values()
			.stream()
			.map(Entry::version)
			.filter(Objects::nonNull)
			.sorted(ModelVersion.AGE.reversed())
			.collect(Collectors.groupingBy((version) -> version.card().name()));
		SortedMap<String, Versions> byName = new TreeMap<>();
		grouped.forEach((name, versions) -> byName.put(name, Versions.of(name, versions, pins.of(name))));
		return new Models(Collections.unmodifiableSortedMap(entries), Map.copyOf(unreadable), byName);
	}

	/**
	 * The versions of a model.
	 * @throws UnknownModelException when no model of this name serves
	 */
	Versions get(String name) {
		Versions versions = this.byName.get(name);
		return (versions != null) ? versions
				: calledSo(name).orElseThrow(() -> new UnknownModelException(name, names()));
	}

	// By what its folder or file is called, or by its title, where one model alone is
	// meant.
	private Optional<Versions> calledSo(String name) {
		return only((version) -> version.location().isCalled(name))
			.or(() -> only((version) -> version.card().title().equals(name)));
	}

	private Optional<Versions> only(Predicate<ModelVersion> wanted) {
		List<Versions> found = this.byName.values()
			.stream()
			.filter((versions) -> versions.newestFirst().stream().anyMatch(wanted))
			.toList();
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

	List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	@Nullable Entry entry(ModelLocation location) {
		return this.entries.get(location);
	}

	Collection<ModelVersion> versions() {
		return this.byName.values().stream().flatMap((versions) -> versions.newestFirst().stream()).toList();
	}

	/**
	 * What is wrong, in one line each, by the location or the setting that it is wrong
	 * at.
	 */
	Map<String, String> failures() {
		Map<String, String> failures = new LinkedHashMap<>();
		this.unreadable.forEach((folder, reason) -> failures.put(String.valueOf(folder.getFileName()), reason));
		this.entries.forEach((location, entry) -> {
			String failure = entry.reason();
			if (failure != null) {
				failures.put(location.id(), failure);
			}
		});
		this.byName.forEach((name, versions) -> {
			String problem = versions.problem();
			if (problem != null) {
				failures.put(PinnedVersions.setting(name), problem);
			}
		});
		return failures;
	}

	/** How many versions serve though their folder is lost. */
	long lost() {
		return versions().stream()
			.filter((version) -> this.unreadable.keySet().stream().anyMatch(version.location().path()::startsWith))
			.count();
	}

	/**
	 * What is at a location.
	 *
	 * @param fingerprint its files when they were last opened, or failed to be
	 * @param version what serves from there, null when nothing does
	 * @param failure why its files are not what serves, null when they are
	 * @param update the number of the update that it came with
	 */
	record Entry(Fingerprint fingerprint, @Nullable ModelVersion version, @Nullable String failure, long update) {

		@Nullable String reason() {
			return (this.failure == null && this.version != null) ? this.version.failure() : this.failure;
		}

	}

}
