package io.eidolon.web.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads keys from a YAML file, or from all files of a folder, as a Secret is mounted.
 *
 * @param path the file or folder
 */
record KeyFiles(Path path) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final int LARGEST = 1 << 20;

	/**
	 * Reads all keys, of which there may be none: whoever empties a file takes its keys
	 * back.
	 * @throws KeyFileException when a file cannot be read, or a folder has none
	 */
	ApiKeys read() {
		List<ApiKey> keys = new ArrayList<>();
		List<Path> files = files();
		if (files.isEmpty()) {
			throw new KeyFileException("%s: has no file of keys; the command key makes one".formatted(this.path));
		}
		files.forEach((file) -> keys.addAll(read(file)));
		Set<String> names = new HashSet<>();
		Set<String> digests = new HashSet<>();
		for (ApiKey key : keys) {
			if (!names.add(key.caller().name()) || !digests.add(key.sha256())) {
				throw new KeyFileException("%s: the name and the digest of a key (%s) must be its own"
					.formatted(this.path, key.caller().name()));
			}
		}
		return new ApiKeys(List.copyOf(keys));
	}

	// Kubernetes mounts links to a hidden folder.
	private List<Path> files() {
		if (!Files.isDirectory(this.path)) {
			return List.of(this.path);
		}
		try (Stream<Path> files = Files.list(this.path)) {
			return files.filter((file) -> !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw unreadable(this.path);
		}
	}

	private static List<ApiKey> read(Path file) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try {
			if (Files.size(file) > LARGEST) {
				throw new KeyFileException("%s: must have at most %s bytes".formatted(file, LARGEST));
			}
			Object content = new Yaml(new SafeConstructor(options))
				.load(Files.readString(file, StandardCharsets.UTF_8));
			if (content == null) {
				return List.of();
			}
			if (!(content instanceof Map<?, ?> entries)) {
				throw new KeyFileException("%s: must have an entry for each key, with its name".formatted(file));
			}
			return entries.entrySet().stream().map((entry) -> read(file, entry)).toList();
		}
		catch (IOException ex) {
			throw unreadable(file);
		}
		catch (YAMLException ex) {
			// Its message repeats lines of the file.
			throw new KeyFileException("%s: is not YAML with an entry for each key".formatted(file));
		}
	}

	private static ApiKey read(Path file, Map.Entry<?, ?> entry) {
		String name = checked(file.toString(), entry.getKey());
		if (!(entry.getValue() instanceof Map<?, ?> fields)) {
			throw new KeyFileException("%s: %s: must have the fields sha256 and scopes".formatted(file, name));
		}
		return new KeyEntry("%s: %s".formatted(file, name), fields).read(name);
	}

	/** Returns the name of a key, if it can be one. */
	static String checked(String place, @Nullable Object name) {
		if (!(name instanceof String text) || !NAME.matcher(text).matches()) {
			throw new KeyFileException(
					"%s: the name of a key must be 1 to 64 letters, digits, dots, hyphens or underscores"
						.formatted(place));
		}
		return text;
	}

	private static KeyFileException unreadable(Path path) {
		return new KeyFileException("%s: must be a file or folder of keys that can be read".formatted(path));
	}

}
