package io.eidolon.image.png;

import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HuffmanCodeTests {

	@Test
	void noCodeIsShorter() {
		Random random = new Random(1);
		for (int trial = 0; trial < 200; trial++) {
			int[] counts = counts(random, 2 + random.nextInt(285));
			HuffmanCode code = HuffmanCode.of(counts, 30);
			long bits = IntStream.range(0, counts.length).mapToLong((i) -> (long) counts[i] * code.lengths()[i]).sum();
			assertThat(bits).isEqualTo(leastBits(counts));
		}
	}

	@Test
	void noCodeBeginsAnotherAndNoBitsAreWasted() {
		Random random = new Random(2);
		for (int trial = 0; trial < 200; trial++) {
			int[] counts = counts(random, 2 + random.nextInt(120));
			int maximum = 7 + random.nextInt(9);
			HuffmanCode code = HuffmanCode.of(counts, maximum);
			boolean[] taken = new boolean[1 << maximum];
			for (int symbol = 0; symbol < counts.length; symbol++) {
				int length = code.lengths()[symbol];
				assertThat(length).isBetween((counts[symbol] > 0) ? 1 : 0, (counts[symbol] > 0) ? maximum : 0);
				for (int rest = code.codes()[symbol]; length > 0 && rest < taken.length; rest += 1 << length) {
					assertThat(taken[rest]).isFalse();
					taken[rest] = true;
				}
			}
			assertThat(taken).doesNotContain(false);
		}
	}

	@Test
	void frequentSymbolsStayShortWhenLengthsAreLimited() {
		int[] fibonacci = new int[30];
		fibonacci[0] = fibonacci[1] = 1;
		for (int i = 2; i < fibonacci.length; i++) {
			fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
		}
		int[] lengths = HuffmanCode.of(fibonacci, 7).lengths();
		assertThat(lengths[29]).isLessThanOrEqualTo(2);
		assertThat(IntStream.of(lengths).max()).hasValue(7);
		for (int i = 1; i < lengths.length; i++) {
			assertThat(lengths[i]).isLessThanOrEqualTo(lengths[i - 1]);
		}
	}

	/** Counts of which some are zero, and some far larger than others. */
	private static int[] counts(Random random, int symbols) {
		int[] counts = IntStream.range(0, symbols)
			.map((i) -> random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1 << random.nextInt(16)))
			.toArray();
		counts[0] = counts[symbols - 1] = 1;
		return counts;
	}

	/** The sum of the inner nodes of Huffman's tree. */
	private static long leastBits(int[] counts) {
		PriorityQueue<Long> nodes = new PriorityQueue<>();
		IntStream.of(counts).filter((count) -> count > 0).forEach((count) -> nodes.add((long) count));
		long bits = 0;
		while (nodes.size() > 1) {
			long parent = nodes.remove() + nodes.remove();
			bits += parent;
			nodes.add(parent);
		}
		return bits;
	}

}
