package io.eidolon.training.data;

/** Which pictures are kept from training: those whose index hashes to a low number. */
final class HeldOut {

	private HeldOut() {
	}

	/**
	 * Says whether a picture is kept.
	 * @param index its place in the source
	 * @param share of all pictures, from 0 to 1
	 */
	static boolean contains(int index, double share) {
		// The mix of SplitMix64 (Steele, Lea and Flood 2014), whose outputs are uniform
		long z = (index + 1L) * 0x9E37_79B9_7F4A_7C15L;
		z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
		z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
		z ^= z >>> 31;
		return (z >>> 11) * 0x1p-53 < share;
	}

}
