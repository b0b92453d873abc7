package io.eidolon.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.eidolon.training.loop.TrainingException;

/**
 * The settings among environment variables: those whose names begin as a task's do.
 *
 * @param variables the names of all variables
 */
record EnvironmentSettings(Set<String> variables) {

	/** What Kubernetes sets for a Service that is called eidolon-training. */
	private static final Pattern SERVICE = Pattern.compile("_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_.*)?)$");

	/** The number of a value in a list. */
	private static final Pattern INDEX = Pattern.compile("_\\d+_?$");

	/**
	 * Refuses variables that are no settings.
	 * @throws TrainingException with the name that was likely meant
	 */
	void requireSettingsOf(TaskKind task) {
		String prefix = variable(task.prefix());
		KnownSettings known = new KnownSettings(Arrays.stream(TaskKind.values())
			.flatMap((kind) -> kind.settings().stream())
			.map(EnvironmentSettings::variable)
			.collect(Collectors.toSet()));
		new TreeSet<>(this.variables).stream()
			.filter((name) -> name.startsWith(prefix) && !SERVICE.matcher(name).find())
			.filter((name) -> known.find(name).isEmpty() && known.find(INDEX.matcher(name).replaceFirst("")).isEmpty())
			.findFirst()
			.ifPresent((name) -> {
				throw new TrainingException(
						"The environment variable %s is no setting of %s%s".formatted(name, task.command(),
								known.nearest(name)
									.map("; did you mean %s?"::formatted)
									.orElse("; docs/settings.md lists them")));
			});
	}

	/** The name of a setting as Spring reads it from the environment. */
	private static String variable(String setting) {
		return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
