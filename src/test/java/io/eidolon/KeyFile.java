package io.eidolon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keys of tests, which are their own names with a word before. */
final class KeyFile {

	private final StringBuilder entries = new StringBuilder();

	/** The key of a name. */
	static String key(String name) {
		return "key-of-" + name;
	}

	/** Adds a key. */
	KeyFile with(String name, String scopes, String... fields) {
		this.entries.append("%s:%n  sha256: %s%n  scopes: [%s]%n".formatted(name, sha256(key(name)), scopes));
		for (String field : fields) {
			this.entries.append("  %s%n".formatted(field));
		}
		return this;
	}

	/** Writes all keys, in place of those that were there. */
	Path write(Path file) {
		return write(file, this.entries.toString());
	}

	static Path write(Path file, String content) {
		try {
			Path whole = Files.writeString(file.resolveSibling(".new"), content);
			return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
