package io.eidolon.anomaly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.modelcard.Sha256;
import io.eidolon.modelcard.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the folder of a detector, {@code anomalies/<name>} below the folder of
 * all that recognition keeps.
 */
public final class DetectorFiles {

	/** The {@link DetectorCard}. */
	public static final String CARD = "detector.json";

	/** Of each file. The trainer's are smaller. */
	private static final long MOST_BYTES = 16 << 20;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private DetectorFiles() {
	}

	/** The folder of all detectors. */
	public static Path folder(Path path) {
		return path.resolve("anomalies");
	}

	/** The folder of a detector. */
	public static Path folder(Path path, String name) {
		return folder(path).resolve(name);
	}

	/** The card comes last, since it vouches for the other file. */
	public static void write(Path folder, DetectorCard card, byte[] network) throws IOException {
		Files.createDirectories(folder);
		WholeFile.write(folder.resolve(card.method().file()), network);
		WholeFile.write(folder.resolve(CARD), JSON.writeValueAsBytes(card));
	}

	/**
	 * Reads the card.
	 * @throws java.nio.file.NoSuchFileException when there is none
	 * @throws IOException when it cannot be read, or says what cannot be
	 */
	public static DetectorCard card(Path folder) throws IOException {
		Path file = folder.resolve(CARD);
		try {
			DetectorCard card = JSON.readValue(read(file), DetectorCard.class);
			if (card.isConsistent()) {
				return card;
			}
		}
		// What is left out of a file is null, whatever the record says
		catch (JacksonException | NullPointerException ex) {
			throw new IOException("%s is no card of a detector, or not all of one".formatted(file), ex);
		}
		throw new IOException("%s holds values that do not fit together".formatted(file));
	}

	/**
	 * Reads the network that a card vouches for.
	 * @throws IOException when it cannot be read, or is another
	 */
	public static byte[] network(Path folder, DetectorCard card) throws IOException {
		Path file = folder.resolve(card.method().file());
		byte[] bytes = read(file);
		if (!Sha256.hex(bytes).equals(card.sha256())) {
			throw new IOException("%s is not the file that its card names; train or copy it again".formatted(file));
		}
		return bytes;
	}

	private static byte[] read(Path file) throws IOException {
		if (Files.size(file) > MOST_BYTES) {
			throw new IOException("%s has more than %s bytes".formatted(file, MOST_BYTES));
		}
		return Files.readAllBytes(file);
	}

}
