package io.eidolon.modelcard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that no card stops whoever reads it: it is read, or refused. More of them with
 * {@code -Deidolon.fuzz.cards=2000}, others with {@code -Deidolon.fuzz.seed=1}.
 */
class BrokenCardTests {

	private static final int CARDS = Integer.getInteger("eidolon.fuzz.cards", 500);

	private static final int SEED = Integer.getInteger("eidolon.fuzz.seed", 0);

	private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "null", "true", "-1",
			"1e999", "99999999999999999999", "\\u0000", "\n", "0.1", "\"name\":", "\"files\":", "NaN");

	@TempDir
	private Path folder;

	@Test
	@Timeout(3600)
	void aDamagedCardIsReadOrRefused() throws IOException {
		byte[] sound = Files.readAllBytes(Path.of("models", "peeps", ModelFiles.CARD));
		int read = 0;
		for (int i = 0; i < CARDS; i++) {
			Files.write(this.folder.resolve(ModelFiles.CARD), damage(sound, new Random(SEED * 1_000_003L + i)));
			try {
				CardDraft draft = CardDraft.read(this.folder);
				draft.text("/name");
				draft.size("/classes");
				ModelCards.read(this.folder);
				read++;
			}
			catch (InvalidModelCardException ex) {
				assertThat(ex.getMessage()).startsWith(this.folder.toString());
			}
		}
		assertThat(read).isPositive().isLessThan(CARDS);
	}

	@ParameterizedTest
	@MethodSource("hostile")
	@Timeout(60)
	void aCardThatAsksForMoreThanAnyDoesIsRefused(String card) throws IOException {
		Files.writeString(this.folder.resolve(ModelFiles.CARD), card);
		assertThatExceptionOfType(InvalidModelCardException.class).isThrownBy(() -> ModelCards.read(this.folder));
	}

	static List<String> hostile() {
		return List.of("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), "[".repeat(1_000_000),
				"{\"title\":\"" + "a".repeat(5_000_000) + "\"}",
				"{\"image\":{\"width\":" + "9".repeat(1_000_000) + "}}", "{\"latent\":{\"dimension\":1e999999999}}", "",
				"null", "[]", "\u0000");
	}

	private static byte[] damage(byte[] sound, Random random) {
		String card = new String(sound, StandardCharsets.UTF_8);
		for (int n = random.nextInt(4); n >= 0; n--) {
			int at = random.nextInt(card.length());
			String piece = PIECES.get(random.nextInt(PIECES.size()));
			int skipped = random.nextInt(Math.min(20, card.length() - at));
			card = card.substring(0, at) + (random.nextBoolean() ? piece : "") + card.substring(at + skipped);
		}
		byte[] damaged = card.getBytes(StandardCharsets.UTF_8);
		if (random.nextInt(4) == 0) {
			damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
		}
		return (random.nextInt(10) == 0) ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
	}

}
