package io.eidolon.modelcard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes {@code model.json}, and proves that the files beside it are the ones
 * it names.
 */
public final class ModelCards {

	static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** Of a card. Those of the trainer have a few thousand. */
	static final int MOST_BYTES = 4 << 20;

	/** Of any other file. */
	private static final long MOST_FILE_BYTES = 8L << 30;

	private ModelCards() {
	}

	/**
	 * Reads the card of the model in a folder and checks what the server relies on.
	 * @throws InvalidModelCardException when there is no card, when it cannot be read, or
	 * when a field is missing or out of range
	 */
	public static ModelCard read(Path folder) {
		Path file = folder.resolve(ModelFiles.CARD);
		ModelCard card;
		try {
			card = JSON.readValue(ModelFileReader.read(folder, file, MOST_BYTES), ModelCard.class);
		}
		catch (NoSuchFileException ex) {
			throw new InvalidModelCardException("%s has no %s".formatted(folder, ModelFiles.CARD), ex);
		}
		catch (IOException | JacksonException ex) {
			throw unreadable(file, ex);
		}
		ModelCardRules.check(file, card);
		ModelCardRules.checkGraph(file, card);
		return card;
	}

	/**
	 * Writes the card of the model in a folder.
	 * @throws UncheckedIOException when the file cannot be written
	 */
	public static void write(Path folder, ModelCard card) {
		try {
			WholeFile.write(folder.resolve(ModelFiles.CARD),
					(JSON.writeValueAsString(card) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Holds every file that the card names against its SHA-256.
	 * @throws InvalidModelCardException when a file is missing or differs, or when the
	 * card names no graph
	 */
	public static void verifyFiles(Path folder, ModelCard card) {
		verifyFiles(folder, card.files());
	}

	static void verifyFiles(Path folder, Map<String, String> files) {
		files.forEach((name, expected) -> {
			Path file = folder.resolve(name).normalize();
			if (!file.startsWith(folder.normalize()) || file.equals(folder.normalize())) {
				throw new InvalidModelCardException(
						"%s names the file %s outside its folder".formatted(folder.resolve(ModelFiles.CARD), name));
			}
			if (!Files.exists(file)) {
				throw new InvalidModelCardException("%s is missing, though the card names it".formatted(file));
			}
			String actual = sha256(folder, file);
			if (!actual.equalsIgnoreCase(expected)) {
				throw new InvalidModelCardException("%s has SHA-256 %s, but the card says %s; export or copy it again"
					.formatted(file, actual, expected));
			}
		});
	}

	private static String sha256(Path folder, Path file) {
		try {
			Path real = ModelFileReader.resolve(folder, file);
			if (Files.size(real) > MOST_FILE_BYTES) {
				throw new IOException("it has more than %s bytes".formatted(MOST_FILE_BYTES));
			}
			return Sha256.hex(real);
		}
		catch (IOException ex) {
			throw unreadable(file, ex);
		}
	}

	/**
	 * Puts a network beside a generator, in place of any that is there. The card, which
	 * vouches for it, is to be written after it.
	 * @return its file
	 * @throws UncheckedIOException when it cannot be written
	 */
	public static Path writeNetwork(Path folder, String name, byte[] network) {
		try {
			return WholeFile.write(folder.resolve(name), network);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static InvalidModelCardException unreadable(Path file, Exception ex) {
		return new InvalidModelCardException("%s cannot be read: %s".formatted(file, firstLine(ex)), ex);
	}

	private static String firstLine(Exception ex) {
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse(ex.getClass().getSimpleName());
	}

}
