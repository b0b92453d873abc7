package io.eidolon.image.png;

import java.util.Arrays;

/**
 * A prefix code whose frequent symbols are short (D. A. Huffman, 1952), in the canonical
 * form of deflate (RFC 1951, 3.2.2): the lengths alone tell the codes.
 *
 * @param lengths the bits of each symbol, 0 for one that does not occur
 * @param codes the bits themselves, the first to be written lowest
 */
record HuffmanCode(int[] lengths, int[] codes) {

	private static final int SYMBOL_BITS = 9;

	/**
	 * Makes the code for symbols that occur so often.
	 * @param counts how often each symbol occurs; two of them at least do
	 * @param maximum the bits that a symbol may have at most
	 */
	static HuffmanCode of(int[] counts, int maximum) {
		int[] symbols = byCount(counts);
		int[] depths = new int[symbols.length];
		for (int i = 0; i < symbols.length; i++) {
			depths[i] = counts[symbols[i]];
		}
		minimumRedundancy(depths);
		int[] population = limited(depths, maximum);
		int[] lengths = new int[counts.length];
		int next = symbols.length;
		for (int length = 1; length <= maximum; length++) {
			for (int i = 0; i < population[length]; i++) {
				lengths[symbols[--next]] = length;
			}
		}
		return new HuffmanCode(lengths, canonical(lengths, population));
	}

	/** The symbols that occur, the rarest first. */
	private static int[] byCount(int[] counts) {
		long[] keys = new long[counts.length];
		int occurring = 0;
		for (int symbol = 0; symbol < counts.length; symbol++) {
			if (counts[symbol] > 0) {
				keys[occurring++] = (long) counts[symbol] << SYMBOL_BITS | symbol;
			}
		}
		Arrays.sort(keys, 0, occurring);
		int[] symbols = new int[occurring];
		for (int i = 0; i < occurring; i++) {
			symbols[i] = (int) keys[i] & ((1 << SYMBOL_BITS) - 1);
		}
		return symbols;
	}

	/**
	 * Turns ascending counts into the depths of their leaves in Huffman's tree, in place
	 * (A. Moffat and J. Katajainen, "In-place calculation of minimum-redundancy codes",
	 * 1995): counts become sums of subtrees and then the indices of parents, these become
	 * depths of inner nodes, and those the depths of leaves.
	 */
	private static void minimumRedundancy(int[] a) {
		int n = a.length;
		int root = 0;
		int leaf = 0;
		for (int next = 0; next < n - 1; next++) {
			int sum = 0;
			for (int child = 0; child < 2; child++) {
				if (leaf >= n || (root < next && a[root] < a[leaf])) {
					sum += a[root];
					a[root++] = next;
				}
				else {
					sum += a[leaf++];
				}
			}
			a[next] = sum;
		}
		a[n - 2] = 0;
		for (int next = n - 3; next >= 0; next--) {
			a[next] = a[a[next]] + 1;
		}
		int available = 1;
		int inner = n - 2;
		int next = n - 1;
		for (int depth = 0; available > 0; depth++) {
			int used = 0;
			for (; inner >= 0 && a[inner] == depth; inner--) {
				used++;
			}
			for (; available > used; available--) {
				a[next--] = depth;
			}
			available = 2 * used;
		}
	}

	/**
	 * Counts the symbols of each length. Those that are too long become as long as
	 * allowed; for each, shorter ones are made longer until Kraft's sum of 2^-length is 1
	 * again.
	 */
	private static int[] limited(int[] depths, int maximum) {
		int[] population = new int[maximum + 1];
		long sum = 0; // Kraft's, times 2^maximum
		for (int depth : depths) {
			int length = Math.min(depth, maximum);
			population[length]++;
			sum += 1L << (maximum - length);
		}
		for (; sum > 1L << maximum; sum--) {
			int length = maximum - 1;
			while (population[length] == 0) {
				length--;
			}
			// A leaf becomes the parent of itself and of a leaf from the bottom.
			population[length]--;
			population[length + 1] += 2;
			population[maximum]--;
		}
		return population;
	}

	private static int[] canonical(int[] lengths, int[] population) {
		int[] next = new int[population.length];
		int code = 0;
		for (int length = 1; length < population.length; length++) {
			next[length] = code;
			code = (code + population[length]) << 1;
		}
		int[] codes = new int[lengths.length];
		for (int symbol = 0; symbol < lengths.length; symbol++) {
			int length = lengths[symbol];
			if (length > 0) {
				codes[symbol] = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
			}
		}
		return codes;
	}

}
