package io.eidolon.text;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class SentenceEncoderTests {

	private static SentenceEncoder encoder;

	@BeforeAll
	static void open() {
		encoder = SentenceEncoder.open();
	}

	@AfterAll
	static void close() {
		encoder.close();
	}

	static List<Golden> sentences() throws IOException {
		return Golden.sentences();
	}

	@ParameterizedTest
	@MethodSource("sentences")
	void givesTheVectorOfTheReference(Golden golden) {
		float[] vector = encoder.encode(golden.text());
		assertThat(vector).hasSize(SentenceEncoder.DIMENSION);
		assertThat(cosine(vector, vector)).isEqualTo(1, within(1e-6));
		assertThat(cosine(vector, Objects.requireNonNull(golden.vector()))).isEqualTo(1, within(1e-4));
	}

	@Test
	void givesLikeSentencesLikeVectors() {
		float[] man = encoder.encode("a bearded man with glasses");
		assertThat(cosine(man, encoder.encode("man, beard, eyeglasses")))
			.isGreaterThan(cosine(man, encoder.encode("a bedroom with a blue bed")) + 0.4);
	}

	@Test
	void givesASentenceTheSameVectorAmongOthers() {
		float[] alone = encoder.encode("a red shirt");
		List.of("a", "a very long sentence about something else", "no").parallelStream().forEach(encoder::encode);
		assertThat(encoder.encode("a red shirt")).containsExactly(alone);
	}

	@Test
	void refusesAnEmptyText() {
		assertThatExceptionOfType(InvalidTextException.class).isThrownBy(() -> encoder.encode(" \t"))
			.withMessage("the text must be a few words that say what is to be seen, not empty");
	}

	@Test
	void refusesATextOfTooManyTokensAndSaysHowManyThereAre() {
		assertThat(encoder.encode("word ".repeat(126))).hasSize(SentenceEncoder.DIMENSION);
		assertThatExceptionOfType(InvalidTextException.class).isThrownBy(() -> encoder.encode("word ".repeat(127)))
			.withMessageContaining("129 tokens")
			.withMessageContaining("at most 128");
	}

	@Test
	void refusesATextThatItWouldTakeLongToCutIntoTokens() {
		assertThatExceptionOfType(InvalidTextException.class).isThrownBy(() -> encoder.encode("a".repeat(4097)))
			.satisfies((ex) -> assertThat(ex.found()).isEqualTo("4097 characters"));
	}

	@Test
	void saysWhichNetworkItIs() throws IOException, NoSuchAlgorithmException {
		try (InputStream network = SentenceEncoder.resource(SentenceEncoder.NETWORK)) {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(network.readAllBytes());
			assertThat(HexFormat.of().formatHex(hash)).isEqualTo(SentenceEncoder.SHA256);
		}
	}

	private static double cosine(float[] a, float[] b) {
		double cosine = 0;
		for (int i = 0; i < a.length; i++) {
			cosine += a[i] * b[i];
		}
		return cosine;
	}

}
