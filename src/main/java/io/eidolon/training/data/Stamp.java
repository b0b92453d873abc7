package io.eidolon.training.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What tells a set of files from another: the path, size and time of each. */
final class Stamp {

	private Stamp() {
	}

	static String of(List<Path> files) throws IOException {
		StringBuilder text = new StringBuilder();
		for (Path file : files) {
			text.append(file.toAbsolutePath().normalize())
				.append('\n')
				.append(Files.size(file))
				.append('\n')
				.append(Files.getLastModifiedTime(file))
				.append('\n');
		}
		return hash(text.toString());
	}

	/** Returns the SHA-256 of a text, in hexadecimal digits. */
	static String hash(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
