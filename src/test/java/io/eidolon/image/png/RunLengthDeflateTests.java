package io.eidolon.image.png;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunLengthDeflateTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 258, 259, 260, 261, 262, 516, 517, 65_534, 65_535, 65_536, 65_539, 200_000 })
	void aRunOfAnyLengthIsRestored(int length) throws DataFormatException {
		byte[] run = new byte[length];
		Arrays.fill(run, (byte) 7);
		assertRestored(run);
		assertThat(RunLengthDeflate.compress(run)).hasSizeLessThan(60 + length / 200);
	}

	@Test
	void everyRunBetweenOthersIsRestored() throws DataFormatException {
		byte[] runs = new byte[300 * 301 / 2];
		int end = 0;
		for (int length = 1; length <= 300; length++) {
			Arrays.fill(runs, end, end + length, (byte) length);
			end += length;
		}
		assertRestored(runs);
	}

	@Property(tries = 300, seed = "5")
	void mixturesOfRunsAndBytesAreRestored(
			@ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 300) Integer> runs, @ForAll long seed)
			throws DataFormatException {
		Random random = new Random(seed);
		int values = 1 + random.nextInt(256);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int run : runs) {
			byte[] same = new byte[run];
			Arrays.fill(same, (byte) random.nextInt(values));
			bytes.writeBytes(same);
		}
		assertRestored(bytes.toByteArray());
	}

	@Test
	void frequenciesThatNeedLongCodesAreRestored() throws DataFormatException {
		byte[] bytes = new byte[60_000]; // byte k occurs about half as often as k - 1
		Random random = new Random(6);
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (Integer.numberOfTrailingZeros(random.nextInt() | 1 << 30) * 5);
		}
		assertRestored(bytes);
	}

	@Test
	void noiseIsStoredAsItIs() throws DataFormatException {
		byte[] noise = new byte[150_000];
		new Random(7).nextBytes(noise);
		assertRestored(noise);
		assertThat(RunLengthDeflate.compress(noise)).hasSizeLessThanOrEqualTo(noise.length + 6 + 3 * 5);
	}

	@Test
	void everyPartHasACodeOfItsOwn() throws DataFormatException {
		byte[] bytes = new byte[3 * 65_535];
		Random random = new Random(8);
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (i / 65_535 * 16 + random.nextInt(16));
		}
		assertRestored(bytes);
		assertThat(RunLengthDeflate.compress(bytes)).hasSizeLessThan(bytes.length * 5 / 8);
	}

	private static void assertRestored(byte[] bytes) throws DataFormatException {
		try (Inflater inflater = new Inflater()) {
			byte[] restored = new byte[bytes.length];
			inflater.setInput(RunLengthDeflate.compress(bytes));
			assertThat(inflater.inflate(restored)).isEqualTo(bytes.length);
			assertThat(inflater.inflate(new byte[1])).isZero();
			assertThat(inflater.finished()).as("checksum and end").isTrue();
			assertThat(inflater.getRemaining()).isZero();
			assertThat(restored).isEqualTo(bytes);
		}
	}

}
