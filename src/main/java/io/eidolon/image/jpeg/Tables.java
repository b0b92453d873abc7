package io.eidolon.image.jpeg;

import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * The tables of T.81, annex K, for what eyes see well and for what they see less well.
 */
enum Tables {

	LUMINANCE(JPEGQTable.K1Luminance, JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdACLuminance),

	CHROMINANCE(JPEGQTable.K2Chrominance, JPEGHuffmanTable.StdDCChrominance, JPEGHuffmanTable.StdACChrominance);

	private static final int COARSEST = 255;

	private final int[] quantisation;

	private final EntropyCode dc;

	private final EntropyCode ac;

	Tables(JPEGQTable quantisation, JPEGHuffmanTable dc, JPEGHuffmanTable ac) {
		this.quantisation = quantisation.getTable();
		this.dc = new EntropyCode(dc);
		this.ac = new EntropyCode(ac);
	}

	/** The code of the first coefficients of blocks, the DC coefficients. */
	EntropyCode dc() {
		return this.dc;
	}

	/** The code of the others, the AC coefficients. */
	EntropyCode ac() {
		return this.ac;
	}

	/**
	 * The steps in which coefficients are counted, row by row, from 1 to 255. The
	 * percentage is libjpeg's, which gives quality the meaning that it has everywhere.
	 * @param quality from 0 to 100
	 */
	int[] steps(int quality) {
		int percent = (quality < 50) ? 5000 / Math.max(1, quality) : 200 - 2 * quality;
		int[] steps = new int[Block.SIZE];
		for (int i = 0; i < steps.length; i++) {
			steps[i] = Math.clamp((this.quantisation[i] * percent + 50) / 100, 1, COARSEST);
		}
		return steps;
	}

}
