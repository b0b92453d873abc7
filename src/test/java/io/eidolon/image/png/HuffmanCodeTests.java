package io.eidolon.image.png;

import java.util.PriorityQueue;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HuffmanCodeTests {

	@Property(tries = 200, seed = "1")
	void noCodeIsShorter(@ForAll("counts") int[] counts) {
		HuffmanCode code = HuffmanCode.of(counts, 30);
		long bits = IntStream.range(0, counts.length).mapToLong((i) -> (long) counts[i] * code.lengths()[i]).sum();
		assertThat(bits).isEqualTo(leastBits(counts));
	}

	@Property(tries = 200, seed = "2")
	void noCodeBeginsAnotherAndNoBitsAreWasted(@ForAll("fewCounts") int[] counts,
			@ForAll @IntRange(min = 7, max = 15) int maximum) {
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

	@Provide
	Arbitrary<int[]> counts() {
		return counts(286);
	}

	/** As many as a code of 7 bits has room for. */
	@Provide
	Arbitrary<int[]> fewCounts() {
		return counts(121);
	}

	/** Counts of which some are zero, and some far larger than others. */
	private static Arbitrary<int[]> counts(int most) {
		Arbitrary<Integer> some = Arbitraries.integers()
			.between(0, 15)
			.flatMap((bits) -> Arbitraries.integers().between(1, 1 << bits));
		return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0)), Tuple.of(2, some))
			.array(int[].class)
			.ofMinSize(2)
			.ofMaxSize(most)
			.map((counts) -> {
				counts[0] = 1;
				counts[counts.length - 1] = 1;
				return counts;
			});
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
