package io.eidolon.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/** Walks through the chunks of a WebP (RFC 9649, 2) to its first picture. */
final class WebpContainer {

	static final int RIFF = fourCc("RIFF");

	static final int WEBP = fourCc("WEBP");

	static final int VP8X = fourCc("VP8X");

	/** "RIFF", the length of the rest, and "WEBP". */
	static final int HEADER = 12;

	private static final int LOSSY = fourCc("VP8 ");

	private static final int LOSSLESS = fourCc("VP8L");

	private static final int FRAME = fourCc("ANMF");

	private static final int EXIF = fourCc("EXIF");

	private static final int PROFILE = fourCc("ICCP");

	/** Of a frame: its place, sides, duration and flags. */
	private static final int FRAME_HEADER = 16;

	private final byte[] file;

	private final ByteBuffer chunks;

	private WebpContainer(byte[] file) {
		this.file = file;
		this.chunks = slice(ByteBuffer.wrap(file), HEADER, file.length - HEADER);
	}

	static WebpContainer of(byte[] file) {
		WebpContainer container = new WebpContainer(file);
		long length = Integer.toUnsignedLong(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
		if (length + 8 > file.length) {
			throw UnreadablePictureException.truncated();
		}
		return container;
	}

	/**
	 * Returns the first picture.
	 * @throws UnreadablePictureException when there is none
	 */
	WebpPicture picture() {
		ByteBuffer frame = find(this.chunks, FRAME);
		ByteBuffer canvas = find(this.chunks, VP8X);
		if (frame == null || canvas == null) {
			WebpFrame still = frame(this.file, this.chunks);
			return new WebpPicture(still.width(), still.height(), 0, 0, still, embedded());
		}
		ByteBuffer content = slice(frame, FRAME_HEADER, frame.remaining() - FRAME_HEADER);
		WebpFrame first = frame(WebpFrame.still(content, get24(frame, 6) + 1, get24(frame, 9) + 1), content);
		int left = 2 * get24(frame, 0);
		int top = 2 * get24(frame, 3);
		int width = get24(canvas, 4) + 1;
		int height = get24(canvas, 7) + 1;
		if (left + first.width() > width || top + first.height() > height) {
			throw UnreadablePictureException.broken(null);
		}
		return new WebpPicture(width, height, left, top, first, embedded());
	}

	private Embedded embedded() {
		return new Embedded(content(EXIF), content(PROFILE));
	}

	private byte @Nullable [] content(int name) {
		ByteBuffer found = find(this.chunks, name);
		if (found == null) {
			return null;
		}
		byte[] content = new byte[found.remaining()];
		found.get(content);
		return content;
	}

	private static WebpFrame frame(byte[] file, ByteBuffer chunks) {
		ByteBuffer lossy = find(chunks, LOSSY);
		if (lossy != null) {
			return WebpFrame.lossy(file, lossy);
		}
		ByteBuffer lossless = find(chunks, LOSSLESS);
		if (lossless != null) {
			return WebpFrame.lossless(file, lossless);
		}
		throw UnreadablePictureException.broken(null);
	}

	/** Returns the content of the first chunk of a name, null when there is none. */
	private static @Nullable ByteBuffer find(ByteBuffer chunks, int name) {
		int at = 0;
		while (at + 8 <= chunks.limit()) {
			long length = Integer.toUnsignedLong(chunks.getInt(at + 4));
			if (chunks.getInt(at) == name) {
				return slice(chunks, at + 8, (int) Math.min(length, chunks.limit() - at - 8));
			}
			long next = at + 8 + length + length % 2;
			at = (int) Math.min(next, chunks.limit());
		}
		return null;
	}

	private static ByteBuffer slice(ByteBuffer bytes, int from, int length) {
		return bytes.slice(from, length).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static int get24(ByteBuffer bytes, int index) {
		return (bytes.getShort(index) & 0xffff) | (bytes.get(index + 2) & 0xff) << 16;
	}

	private static int fourCc(String name) {
		return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
	}

}
