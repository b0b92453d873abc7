package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, by the tag Orientation of Exif (CIPA DC-008, 4.6.4) in a JPEG
 * file: which way the rows and columns of the stored picture go.
 *
 * @param transposed whether rows are stored as columns
 * @param fromRight whether the picture's columns go from right to left
 * @param fromBottom whether the picture's rows go from the bottom up
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {

	/** As most pictures are stored. */
	static final Orientation UPRIGHT = new Orientation(false, false, false);

	private static final int START_OF_IMAGE = 0xFFD8;

	private static final int START_OF_SCAN = 0xFFDA;

	private static final int APP1 = 0xFFE1;

	/** "Exif" and two zeros. */
	private static final long EXIF = 0x4578_6966_0000L;

	private static final short TAG = 0x0112;

	/** Reads the tag; upright where there is none, or none that can be read. */
	static Orientation of(byte[] file) {
		try {
			ByteBuffer in = ByteBuffer.wrap(file);
			if (Short.toUnsignedInt(in.getShort()) != START_OF_IMAGE) {
				return UPRIGHT;
			}
			while (true) {
				int marker = Short.toUnsignedInt(in.getShort());
				int length = Short.toUnsignedInt(in.getShort());
				if (marker == START_OF_SCAN || marker >> 8 != 0xFF || length < 2) {
					return UPRIGHT;
				}
				ByteBuffer segment = in.slice(in.position(), length - 2);
				if (marker == APP1 && segment.remaining() > 8 && segment.getLong(0) >>> 16 == EXIF) {
					return exif(segment.slice(6, segment.remaining() - 6));
				}
				in.position(in.position() + length - 2);
			}
		}
		catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException ex) {
			return UPRIGHT;
		}
	}

	// TIFF 6.0, section 2: a header, and directories of entries of 12 bytes.
	private static Orientation exif(ByteBuffer tiff) {
		tiff.order((tiff.getShort(0) == 0x4949) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		int entries = Short.toUnsignedInt(tiff.getShort(directory));
		for (int i = 0; i < entries; i++) {
			int entry = directory + 2 + 12 * i;
			if (tiff.getShort(entry) == TAG) {
				return of(tiff.getShort(entry + 8));
			}
		}
		return UPRIGHT;
	}

	private static Orientation of(int value) {
		return switch (value) {
			case 2 -> new Orientation(false, true, false);
			case 3 -> new Orientation(false, true, true);
			case 4 -> new Orientation(false, false, true);
			case 5 -> new Orientation(true, false, false);
			case 6 -> new Orientation(true, false, true);
			case 7 -> new Orientation(true, true, true);
			case 8 -> new Orientation(true, true, false);
			default -> UPRIGHT;
		};
	}

	/** Turns a stored picture upright. */
	BufferedImage upright(BufferedImage stored) {
		if (equals(UPRIGHT)) {
			return stored;
		}
		int width = this.transposed ? stored.getHeight() : stored.getWidth();
		int height = this.transposed ? stored.getWidth() : stored.getHeight();
		BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int column = this.transposed ? y : x;
				int row = this.transposed ? x : y;
				upright.setRGB(x, y, stored.getRGB(this.fromRight ? stored.getWidth() - 1 - column : column,
						this.fromBottom ? stored.getHeight() - 1 - row : row));
			}
		}
		return upright;
	}

}
