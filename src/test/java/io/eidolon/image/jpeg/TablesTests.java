package io.eidolon.image.jpeg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TablesTests {

	/** From T.81, tables K.3 to K.6. */
	@ParameterizedTest
	@CsvSource({ "LUMINANCE, 0x00, 1010", "LUMINANCE, 0x01, 00", "LUMINANCE, 0x21, 11100",
			"LUMINANCE, 0xf0, 11111111001", "LUMINANCE, 0xfa, 1111111111111110", "CHROMINANCE, 0x00, 00",
			"CHROMINANCE, 0x11, 1011", "CHROMINANCE, 0xf0, 1111111010" })
	void codesAreThoseOfTheStandard(Tables tables, int symbol, String bits) {
		assertCode(tables.ac(), symbol, bits);
	}

	@ParameterizedTest
	@CsvSource({ "LUMINANCE, 0, 00", "LUMINANCE, 5, 110", "LUMINANCE, 11, 111111110", "CHROMINANCE, 0, 00",
			"CHROMINANCE, 11, 11111111110" })
	void codesOfDcCoefficientsAreThoseOfTheStandard(Tables tables, int symbol, String bits) {
		assertCode(tables.dc(), symbol, bits);
	}

	private static void assertCode(EntropyCode code, int symbol, String bits) {
		int word = code.word(symbol);
		assertThat(EntropyCode.length(word)).isEqualTo(bits.length());
		assertThat(EntropyCode.code(word)).isEqualTo(Integer.parseInt(bits, 2));
	}

	/** The bits of negative values are those of positive ones, each turned. */
	@ParameterizedTest
	@CsvSource({ "0, 1, 001", "0, -1, 000", "1, 2, 1101110", "1, -3, 1101100", "0, 31, 1101011111",
			"0, 33, 1111000100001", "0, -33, 1111000011110" })
	void valuesFollowTheirSymbols(int zeros, int value, String bits) {
		int word = Tables.LUMINANCE.ac().word(zeros, value);
		assertThat(EntropyCode.length(word)).isEqualTo(bits.length());
		assertThat(EntropyCode.code(word)).isEqualTo(Integer.parseInt(bits, 2));
	}

	@ParameterizedTest
	@CsvSource({ "0, 255", "1, 255", "25, 32", "50, 16", "90, 3", "100, 1" })
	void qualityIsThatOfLibjpeg(int quality, int step) {
		assertThat(Tables.LUMINANCE.steps(quality)[0]).isEqualTo(step);
	}

	@Test
	void coefficientsFollowTheZigZagOfTheStandard() {
		assertThat(Block.ZIG_ZAG).startsWith(0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25)
			.endsWith(53, 60, 61, 54, 47, 55, 62, 63)
			.doesNotHaveDuplicates();
	}

}
