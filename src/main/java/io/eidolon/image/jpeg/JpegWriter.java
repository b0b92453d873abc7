package io.eidolon.image.jpeg;

/**
 * Writes baseline JPEG with JFIF's colours at full resolution.
 * <p>
 * Red, green and blue are transformed as they are, and their coefficients become those of
 * luminance and chrominance: both steps are linear, so their order does not matter, and
 * coefficients lie side by side, where a processor takes many at once.
 */
public final class JpegWriter {

	/** Keeps what is rounded above zero, towards which a cast to int cuts. */
	private static final int ABOVE_ZERO = 1 << 14;

	private static final float ROUNDED = ABOVE_ZERO + 0.5f;

	private final int width;

	private final int height;

	private final int channels;

	private final byte[] samples; // (height, width, channels)

	private final Scan scan;

	private final float[][] blocks; // (channels, 64)

	private final float[] spare = new float[Block.SIZE];

	private final int[][] levels; // (channels, 64)

	/** Where rows of a block begin. */
	private final int[] rows = new int[Block.SIDE];

	/** Where its columns are within a row. */
	private final int[] columns = new int[Block.SIDE];

	private JpegWriter(int width, int height, int channels, byte[] samples, Scan scan) {
		this.width = width;
		this.height = height;
		this.channels = channels;
		this.samples = samples;
		this.scan = scan;
		this.blocks = new float[channels][Block.SIZE];
		this.levels = new int[channels][Block.SIZE];
	}

	/**
	 * Encodes a picture.
	 * @param width pixels, up to 65,535
	 * @param height pixels, up to 65,535
	 * @param channels 1 for grey, 3 for red, green and blue
	 * @param samples unsigned values of shape (height, width, channels)
	 * @param quality from 0 to 100, in the sense of libjpeg
	 */
	public static byte[] encode(int width, int height, int channels, byte[] samples, int quality) {
		Scan scan = new Scan(samples.length / 4);
		new JpegWriter(width, height, channels, samples, scan).writeBlocks(quality);
		return scan.end(JpegHeader.of(width, height, channels, quality));
	}

	private void writeBlocks(int quality) {
		float[] luminance = factors(Tables.LUMINANCE.steps(quality));
		float[] chrominance = factors(Tables.CHROMINANCE.steps(quality));
		int[] previous = new int[this.channels];
		for (int top = 0; top < this.height; top += Block.SIDE) {
			for (int left = 0; left < this.width; left += Block.SIDE) {
				transform(top, left);
				if (this.channels == 1) {
					quantise(this.blocks[0], luminance, this.levels[0]);
				}
				else {
					quantise(luminance, chrominance);
				}
				for (int i = 0; i < this.channels; i++) {
					this.scan.add(this.levels[i], previous[i], (i == 0) ? Tables.LUMINANCE : Tables.CHROMINANCE);
					previous[i] = this.levels[i][0];
				}
			}
		}
	}

	/** What results of the transform are multiplied with, to be counted in steps. */
	private static float[] factors(int[] steps) {
		float[] factors = new float[Block.SIZE];
		for (int i = 0; i < factors.length; i++) {
			factors[i] = (float) (1 / (steps[i] * ForwardDct.SCALES[i]));
		}
		return factors;
	}

	/**
	 * Transforms a block of each channel. Beyond the picture its last row and column go
	 * on.
	 */
	private void transform(int top, int left) {
		for (int i = 0; i < Block.SIDE; i++) {
			this.rows[i] = Math.min(top + i, this.height - 1) * this.width * this.channels;
			this.columns[i] = Math.min(left + i, this.width - 1) * this.channels;
		}
		for (float[] block : this.blocks) {
			ForwardDct.transform(this.samples, this.rows, this.columns, this.spare, block);
			for (int i = 0; i < Block.SIDE; i++) {
				this.rows[i]++; // to the next channel
			}
		}
	}

	private static void quantise(float[] block, float[] factors, int[] levels) {
		for (int i = 0; i < Block.SIZE; i++) {
			levels[i] = (int) (block[i] * factors[i] + ROUNDED) - ABOVE_ZERO;
		}
	}

	/** The weights are those of JFIF 1.02. */
	private void quantise(float[] luminance, float[] chrominance) {
		float[] red = this.blocks[0];
		float[] green = this.blocks[1];
		float[] blue = this.blocks[2];
		int[] light = this.levels[0];
		int[] blueness = this.levels[1];
		int[] redness = this.levels[2];
		for (int i = 0; i < Block.SIZE; i++) {
			float y = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
			light[i] = (int) (y * luminance[i] + ROUNDED) - ABOVE_ZERO;
		}
		for (int i = 0; i < Block.SIZE; i++) {
			float cb = -0.168736f * red[i] - 0.331264f * green[i] + 0.5f * blue[i];
			blueness[i] = (int) (cb * chrominance[i] + ROUNDED) - ABOVE_ZERO;
		}
		for (int i = 0; i < Block.SIZE; i++) {
			float cr = 0.5f * red[i] - 0.418688f * green[i] - 0.081312f * blue[i];
			redness[i] = (int) (cr * chrominance[i] + ROUNDED) - ABOVE_ZERO;
		}
	}

}
