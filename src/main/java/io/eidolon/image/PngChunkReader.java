package io.eidolon.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

/** Walks through the chunks of a PNG (ISO/IEC 15948, 5.3) to its end. */
final class PngChunkReader {

	private static final int SIGNATURE = 8;

	/** Length, type and checksum. */
	private static final int FRAME = 12;

	private static final int EXIF = 0x65584966;

	private static final int PROFILE = 0x69434350;

	private static final int END = 0x49454e44;

	private PngChunkReader() {
	}

	/**
	 * Finds what a file says about its picture.
	 * @throws UnreadablePictureException when it has no end
	 */
	static Embedded embedded(byte[] file) {
		byte @Nullable [] exif = null;
		byte @Nullable [] profile = null;
		ByteBuffer chunks = ByteBuffer.wrap(file);
		int at = SIGNATURE;
		while (at + FRAME <= file.length) {
			int length = chunks.getInt(at);
			if (length < 0 || length > file.length - at - FRAME) {
				break;
			}
			int content = at + 8;
			switch (chunks.getInt(at + 4)) {
				// There is one of each, and what is compressed is large.
				case EXIF -> exif = (exif != null) ? exif : Arrays.copyOfRange(file, content, content + length);
				case PROFILE -> profile = (profile != null) ? profile : inflated(file, content, length);
				case END -> {
					return new Embedded(exif, profile);
				}
				default -> {
					// Of no interest.
				}
			}
			at += FRAME + length;
		}
		throw UnreadablePictureException.truncated();
	}

	/** A name, a zero, the number of a compression, and what is compressed (11.3.3.3). */
	private static byte @Nullable [] inflated(byte[] file, int from, int length) {
		int name = 0;
		while (name < length && file[from + name] != 0) {
			name++;
		}
		int start = Math.min(name + 2, length);
		try (InflaterInputStream in = new InflaterInputStream(
				new ByteArrayInputStream(file, from + start, length - start))) {
			return in.readNBytes(ColourProfile.MOST_BYTES);
		}
		catch (IOException ex) {
			return null;
		}
	}

}
