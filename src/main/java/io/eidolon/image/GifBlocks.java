package io.eidolon.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Walks through the blocks of a GIF (GIF89a, 17 to 27). */
final class GifBlocks {

	private static final int IMAGE = 0x2c;

	private static final int EXTENSION = 0x21;

	private static final int END = 0x3b;

	private static final byte[] PROFILE = "ICCRGBG1012".getBytes(StandardCharsets.US_ASCII);

	private final byte[] file;

	private int at = 6;

	private @Nullable Part first;

	private byte @Nullable [] profile;

	private GifBlocks(byte[] file) {
		this.file = file;
	}

	/**
	 * Finds the first frame.
	 * @throws UnreadablePictureException when there is none, or a block has no end
	 */
	static GifPicture picture(byte[] file) {
		GifBlocks blocks = new GifBlocks(file);
		int width = blocks.number();
		int height = blocks.number();
		int flags = blocks.next();
		blocks.skip(2);
		blocks.skipPalette(flags);
		blocks.walk();
		Part frame = blocks.first;
		if (frame == null) {
			throw UnreadablePictureException.truncated();
		}
		// As browsers do, the canvas grows to hold its first frame.
		return new GifPicture(file, Math.max(width, frame.left() + frame.width()),
				Math.max(height, frame.top() + frame.height()), frame, new Embedded(null, blocks.profile));
	}

	private void walk() {
		// Many files lack the byte that ends them.
		while (this.at < this.file.length) {
			int block = next();
			if (block == END) {
				return;
			}
			if (block == EXTENSION) {
				extension();
			}
			else if (block == IMAGE) {
				image();
			}
			else {
				throw UnreadablePictureException.broken(null);
			}
		}
	}

	private void image() {
		Part part = new Part(number(), number(), number(), number());
		this.first = (this.first != null) ? this.first : part;
		skipPalette(next());
		skip(1);
		data(null);
	}

	private void extension() {
		boolean application = next() == 0xff;
		int length = next();
		int from = this.at;
		if (length == 0) {
			return;
		}
		skip(length);
		boolean isProfile = application && Arrays.equals(this.file, from, this.at, PROFILE, 0, PROFILE.length);
		ByteArrayOutputStream found = isProfile ? new ByteArrayOutputStream() : null;
		data(found);
		this.profile = (found != null) ? found.toByteArray() : this.profile;
	}

	/** Reads blocks of data up to an empty one. */
	private void data(@Nullable ByteArrayOutputStream out) {
		for (int length = next(); length > 0; length = next()) {
			skip(length);
			if (out != null) {
				out.write(this.file, this.at - length, length);
			}
		}
	}

	private void skipPalette(int flags) {
		if ((flags & 0x80) != 0) {
			skip(3 << ((flags & 7) + 1));
		}
	}

	private void skip(int bytes) {
		if (bytes > this.file.length - this.at) {
			throw UnreadablePictureException.truncated();
		}
		this.at += bytes;
	}

	private int next() {
		skip(1);
		return this.file[this.at - 1] & 0xff;
	}

	private int number() {
		return next() | next() << 8;
	}

}
