package io.eidolon.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Reads what the header of a BMP says beside its size (Windows, BITMAPV5HEADER). */
final class BmpHeader {

	/** Where the header of the picture begins, after that of the file. */
	private static final int START = 14;

	private static final int COMPRESSION = START + 16;

	private static final int COLOUR_SPACE = START + 56;

	private static final int PROFILE_PLACE = START + 112;

	private static final int V5_LENGTH = 124;

	/** "MBED". */
	private static final int EMBEDDED_PROFILE = 0x4d424544;

	private BmpHeader() {
	}

	/**
	 * Finds what a file says about its picture.
	 * @throws UnreadablePictureException when it only holds a file of another format,
	 * whose size it need not tell
	 */
	static Embedded embedded(byte[] file) {
		ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		int length = header.getInt(START);
		if (length >= COMPRESSION + 4 - START) {
			int compression = header.getInt(COMPRESSION);
			if (compression == 4 || compression == 5) {
				throw new UnreadablePictureException("the file is a BMP that holds a JPEG or a PNG; send that one");
			}
		}
		boolean hasProfile = length >= V5_LENGTH && header.getInt(COLOUR_SPACE) == EMBEDDED_PROFILE;
		return new Embedded(null, hasProfile ? profile(file, header) : null);
	}

	private static byte @Nullable [] profile(byte[] file, ByteBuffer header) {
		long from = START + Integer.toUnsignedLong(header.getInt(PROFILE_PLACE));
		long to = from + Integer.toUnsignedLong(header.getInt(PROFILE_PLACE + 4));
		return (to <= file.length) ? Arrays.copyOfRange(file, (int) from, (int) to) : null;
	}

}
