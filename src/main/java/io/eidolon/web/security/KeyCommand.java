package io.eidolon.web.security;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Makes a key: {@code java -jar eidolon.jar key --name=web --scopes=generate,edit}. The
 * key goes to the standard error, where it is seen once, and its entry to the standard
 * output, from where it can be appended to the file of keys.
 */
final class KeyCommand implements ApplicationListener<ApplicationStartingEvent> {

	/** What the command line begins with. */
	private static final String NAME = "key";

	private static final String USAGE = "Usage: key --name=NAME --scopes=SCOPES [--models=MODELS] [--requests-per-minute=N] "
			+ "[--cost-per-minute=N] [--at-once=N], with SCOPES of " + Scope.names();

	private static final Pattern OPTION = Pattern.compile("--([a-z-]+)=(.+)");

	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

	/** Takes the place of the service where the command line begins so. */
	@Override
	public void onApplicationEvent(ApplicationStartingEvent start) {
		List<String> arguments = List.of(start.getArgs());
		if (!arguments.isEmpty() && arguments.getFirst().equals(NAME)) {
			System.exit(run(arguments.subList(1, arguments.size()), System.out, System.err));
		}
	}

	/**
	 * Makes a key.
	 * @param arguments those after the name of the command
	 * @return the status to exit with
	 */
	static int run(List<String> arguments, PrintStream out, PrintStream err) {
		Map<String, Object> fields = new LinkedHashMap<>();
		String key = ApiKey.random(new SecureRandom());
		fields.put("sha256", ApiKey.digest(key));
		for (String argument : arguments) {
			Matcher option = OPTION.matcher(argument);
			if (!option.matches()) {
				err.println(USAGE);
				return 1;
			}
			String field = option.group(1);
			String value = option.group(2);
			boolean number = KeyEntry.LIMITS.contains(field) && NUMBER.matcher(value).matches();
			fields.put(field, number ? Long.valueOf(value) : value);
		}
		@Nullable Object name = fields.remove("name");
		try {
			Caller caller = new KeyEntry("key", fields).read(KeyFiles.checked("key", name)).caller();
			err.println("The key, which is shown this once: " + key);
			print(fields, caller, out);
			return 0;
		}
		catch (KeyFileException ex) {
			err.println(ex.getMessage());
			err.println(USAGE);
			return 1;
		}
	}

	private static void print(Map<String, Object> fields, Caller caller, PrintStream out) {
		fields.put("scopes", caller.scopes().stream().map(Scope::toString).toList());
		if (!caller.models().isEmpty()) {
			fields.put("models", List.copyOf(caller.models()));
		}
		// Names such as "on" and "2026" are quoted: YAML would take them for something
		// else.
		out.print(new Yaml().dump(Map.of(caller.name(), fields)));
	}

}
