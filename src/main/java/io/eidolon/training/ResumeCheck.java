package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.WholeFile;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.loop.TrainingException;

/**
 * Compares a resumed run with what it was: its settings in {@code recipe.yaml}, its
 * pictures and classes in {@code pictures.txt}.
 */
final class ResumeCheck {

	private static final String PICTURES = "pictures.txt";

	/** What changes nothing that is learned. */
	private static final Set<String> OF_NO_WEIGHT = Set.of("data", "output", "runs", "cache", "memory", "threads",
			"device", "name", "steps", "minutes", "report-every", "sample-every", "snapshot-every", "checkpoint-every",
			"keep");

	private static final String NONE = "none";

	/**
	 * An older version did not have each of today's settings, which was as if it were
	 * off.
	 */
	private static final Set<String> OFF = Set.of("0", "0.0", "false");

	private final Path folder;

	private final List<String> pictures;

	private final Map<String, String> settings;

	ResumeCheck(TrainingProperties properties, PictureSet pictures) {
		this.folder = properties.run();
		this.pictures = new ArrayList<>(List.of(pictures.contents()));
		this.pictures.addAll(pictures.classes());
		this.settings = settings(Recipe.of(properties));
	}

	private static Map<String, String> settings(Recipe recipe) {
		return recipe.settings()
			.entrySet()
			.stream()
			.filter((setting) -> !OF_NO_WEIGHT.contains(setting.getKey()) && !setting.getKey().startsWith("card.")
					&& !setting.getKey().startsWith("init-from"))
			.collect(Collectors.toMap(Map.Entry::getKey, (setting) -> String.valueOf(setting.getValue()), (a, b) -> b,
					TreeMap::new));
	}

	/**
	 * Says what has changed since the run began.
	 * @param allowed kinds of changes that are asked for
	 * @return each change, as "batch 8 -> 16"
	 * @throws TrainingException when there is a change that makes it another run, and
	 * that is not allowed
	 */
	List<String> changes(Set<ResumeChange> allowed) {
		List<String> changes = new ArrayList<>();
		Set<ResumeChange> found = new TreeSet<>();
		earlierPictures().ifPresent((earlier) -> {
			if (!earlier.getFirst().equals(this.pictures.getFirst())) {
				found.add(ResumeChange.PICTURES);
				changes.add("other pictures");
			}
			List<String> classes = earlier.subList(1, earlier.size());
			List<String> now = this.pictures.subList(1, this.pictures.size());
			if (!classes.equals(now)) {
				found.add(ResumeChange.CLASSES);
				changes.add("classes %s -> %s".formatted(classes, now));
			}
		});
		Map<String, String> earlier = earlierSettings();
		Stream.concat(earlier.keySet().stream(), this.settings.keySet().stream())
			.distinct()
			.sorted()
			.filter((name) -> !Objects.equals(earlier.getOrDefault(name, NONE), this.settings.getOrDefault(name, NONE)))
			.filter((name) -> earlier.containsKey(name) || !OFF.contains(this.settings.getOrDefault(name, NONE)))
			.forEach((name) -> {
				changes.add("%s %s -> %s".formatted(name, earlier.getOrDefault(name, NONE),
						this.settings.getOrDefault(name, NONE)));
				if (name.equals("objective")) {
					found.add(ResumeChange.OBJECTIVE);
				}
			});
		found.removeAll(allowed);
		if (!found.isEmpty()) {
			throw new TrainingException("%s was another run: %s; to go on all the same, add --allow-changes=%s"
				.formatted(this.folder, String.join(", ", changes),
						found.stream()
							.map((change) -> change.name().toLowerCase(Locale.ROOT))
							.collect(Collectors.joining(","))));
		}
		return changes;
	}

	private Optional<List<String>> earlierPictures() {
		Path file = this.folder.resolve(PICTURES);
		try {
			return Files.exists(file) ? Optional.of(Files.readAllLines(file)).filter((lines) -> !lines.isEmpty())
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The settings of an older version may not be read any more; then nothing is known.
	 */
	private Map<String, String> earlierSettings() {
		Path file = this.folder.resolve(Recipe.FILE);
		try {
			return Files.exists(file) ? settings(Recipe.read(file.toString())) : this.settings;
		}
		catch (TrainingException _) {
			return this.settings;
		}
	}

	/** Writes down the pictures of the run. */
	void write() {
		try {
			String lines = this.pictures.stream()
				.map((line) -> line + System.lineSeparator())
				.collect(Collectors.joining());
			WholeFile.write(this.folder.resolve(PICTURES), lines.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
