package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.WholeFile;
import io.eidolon.training.loop.TrainingException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Settings in a YAML file, by their names below {@code eidolon.training}. What is given
 * on the command line, or as an environment variable, overrides them.
 *
 * @param title the name or the path that it was asked for by
 * @param settings values by name; one of a list has its index in brackets
 */
record Recipe(String title, Map<String, Object> settings) {

	/** The name of the file in the folder of a run. */
	static final String FILE = "recipe.yaml";

	private static final String PREFIX = "eidolon.training.";

	private static final String BUILT_IN = "classpath:io/eidolon/training/recipes/";

	private static final String SUFFIX = ".yaml";

	// A recipe cannot name another, nor say that a run goes on.
	private static final Set<String> OF_ONE_START = Set.of("recipe", "resume", "dry-run", "allow-changes");

	private static final Set<String> ENDS = Set.of("steps", "minutes");

	/**
	 * Adds the settings of the recipe that is asked for, where one is.
	 * @throws TrainingException when there is no such recipe, or when it has unknown
	 * settings
	 */
	static void addTo(ConfigurableEnvironment environment) {
		String title = environment.getProperty(PREFIX + "recipe");
		if (title != null) {
			read(title).addBelowCommandLine(environment);
		}
	}

	/** Reads a recipe that comes with the trainer, or a file. */
	static Recipe read(String title) {
		return parse(title, find(title));
	}

	private static Recipe parse(String title, Resource resource) {
		try {
			Map<String, Object> settings = new LinkedHashMap<>();
			for (PropertySource<?> source : new YamlPropertySourceLoader().load(title, resource)) {
				EnumerablePropertySource<?> document = (EnumerablePropertySource<?>) source;
				Stream.of(document.getPropertyNames())
					.forEach((name) -> settings.put(name, document.getProperty(name)));
			}
			return new Recipe(title, settings).checked();
		}
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof TrainingException failure) ? failure
					: new TrainingException("The recipe %s cannot be read: %s".formatted(title, firstLine(ex)), ex);
		}
	}

	private static Resource find(String title) {
		Path file = Path.of(title);
		return builtIn().stream()
			.filter((resource) -> title.equals(name(resource)))
			.findFirst()
			.or(() -> Files.isRegularFile(file) ? Optional.of(new FileSystemResource(file)) : Optional.empty())
			.orElseThrow(() -> new TrainingException(
					"%srecipe (%s) is no file and none of %s".formatted(PREFIX, title, names())));
	}

	/** Lists the recipes that come with the trainer. */
	static List<String> names() {
		return builtIn().stream().map(Recipe::name).sorted().toList();
	}

	/** When to take a recipe that comes with the trainer, as its first line says. */
	static String purpose(String name) {
		try {
			return find(name).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.findFirst()
				.orElse("")
				.replaceFirst("^# *", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Resource> builtIn() {
		try {
			return List.of(new PathMatchingResourcePatternResolver().getResources(BUILT_IN + "*" + SUFFIX));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(Resource builtIn) {
		return String.valueOf(builtIn.getFilename()).replace(SUFFIX, "");
	}

	private static @Nullable String firstLine(Exception failure) {
		return (failure.getMessage() != null) ? failure.getMessage().lines().findFirst().orElse("") : null;
	}

	private Recipe checked() {
		Set<String> known = new HashSet<>(SettingNames.of(TrainingProperties.class));
		known.removeAll(OF_ONE_START);
		List<String> unknown = new KnownSettings(known).unknown(this.settings.keySet());
		if (!unknown.isEmpty()) {
			throw new TrainingException("The recipe %s has unknown settings %s; docs/settings.md lists those there are"
				.formatted(this.title, unknown));
		}
		return this;
	}

	private void addBelowCommandLine(ConfigurableEnvironment environment) {
		Map<String, Object> properties = new LinkedHashMap<>();
		// An end on the command line replaces any in the recipe
		boolean ended = ENDS.stream().anyMatch((name) -> environment.containsProperty(PREFIX + name));
		this.settings.forEach((name, value) -> {
			if (!(ended && ENDS.contains(name))) {
				properties.put(PREFIX + name, value);
			}
		});
		environment.getPropertySources()
			.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new MapPropertySource("recipe " + this.title, properties));
	}

	/** All settings of a run, as a recipe that repeats it. */
	static Recipe of(TrainingProperties properties) {
		return parse(FILE, new ByteArrayResource(text(properties).getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(TrainingProperties properties) {
		Map<String, Object> settings = SettingNames.values(properties);
		settings.keySet().removeAll(OF_ONE_START);
		return RecipeText.of(settings);
	}

	/**
	 * Writes all settings of a run as a recipe that repeats it.
	 * @param change what has changed since an earlier start, which is added to what was
	 * said of those before; empty for nothing
	 */
	static void write(TrainingProperties properties, Path file, String change) {
		try {
			Stream<String> before = Files.exists(file) && properties.resume()
					? Files.readAllLines(file).stream().filter((line) -> line.startsWith("#")) : Stream.of();
			Stream<String> now = change.isEmpty() ? Stream.of() : Stream.of("# " + change);
			String comments = Stream.concat(before, now).map((line) -> line + "\n").collect(Collectors.joining());
			WholeFile.write(file, (comments + text(properties)).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
