package io.eidolon.image;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a file for a reader of ImageIO, which ends when nobody waits for the
 * picture any more. They are handed out in small pieces: a few bytes may take a reader
 * long.
 */
final class ByteArrayImageInput extends ImageInputStreamImpl {

	private static final int PIECE = 1024;

	private final byte[] file;

	private final BooleanSupplier cancelled;

	ByteArrayImageInput(byte[] file, BooleanSupplier cancelled) {
		this.file = file;
		this.cancelled = cancelled;
	}

	@Override
	public int read() throws IOException {
		checkClosed();
		this.bitOffset = 0;
		return (this.streamPos < this.file.length) ? this.file[(int) this.streamPos++] & 0xff : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		checkClosed();
		if (this.cancelled.getAsBoolean()) {
			throw new CancellationException("Nobody waits for the picture any more");
		}
		this.bitOffset = 0;
		int count = (int) Math.min(Math.min(length, PIECE), this.file.length - this.streamPos);
		if (count <= 0) {
			return (length == 0) ? 0 : -1;
		}
		System.arraycopy(this.file, (int) this.streamPos, bytes, offset, count);
		this.streamPos += count;
		return count;
	}

	@Override
	public long length() {
		return this.file.length;
	}

}
