package io.eidolon.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums. */
final class Sha256 {

	private static final int BUFFER = 1 << 16;

	private Sha256() {
	}

	static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** The sum of a file, in hexadecimal. */
	static String of(Path file) throws IOException {
		MessageDigest digest = newDigest();
		try (InputStream in = Files.newInputStream(file)) {
			byte[] buffer = new byte[BUFFER];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				digest.update(buffer, 0, read);
			}
		}
		return hex(digest.digest());
	}

	/** The sum of a text in UTF-8, in hexadecimal. */
	static String ofText(String text) {
		return hex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	static String hex(byte[] digest) {
		return HexFormat.of().formatHex(digest);
	}

}
