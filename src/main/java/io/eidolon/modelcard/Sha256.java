package io.eidolon.modelcard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums, in lower-case hex where they are texts. */
public final class Sha256 {

	private Sha256() {
	}

	/** A sum that is begun. */
	public static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** The sum of a text in UTF-8. */
	public static byte[] of(String text) {
		return newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The sum of a text in UTF-8, in hex. */
	public static String hex(String text) {
		return HexFormat.of().formatHex(of(text));
	}

	/** The sum of bytes, in hex. */
	public static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(newDigest().digest(bytes));
	}

	/**
	 * The sum of a file, in hex.
	 * @throws UncheckedIOException when the file cannot be read
	 */
	public static String hex(Path file) {
		try (InputStream in = Files.newInputStream(file);
				DigestInputStream digesting = new DigestInputStream(in, newDigest())) {
			digesting.transferTo(OutputStream.nullOutputStream());
			return hex(digesting.getMessageDigest());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A sum that all has gone into, in hex. */
	public static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

}
