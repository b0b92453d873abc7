package io.eidolon.store;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.Abortable;

/** Reads a file of a store, which it asks for it with the first byte that is read. */
final class BucketFileStream extends InputStream {

	private final BucketFile file;

	private long position;

	private @Nullable InputStream in;

	BucketFileStream(BucketFile file) {
		this.file = file;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (length > 0 && this.position >= this.file.bytes()) {
			return -1;
		}
		InputStream from = this.in;
		if (from == null) {
			from = this.file.bucket().read(this.file.name(), this.position);
			this.in = from;
		}
		int read = from.read(bytes, offset, length);
		this.position += Math.max(0, read);
		return read;
	}

	@Override
	public long skip(long bytes) throws IOException {
		if (this.in != null) {
			return super.skip(bytes);
		}
		long skipped = Math.clamp(bytes, 0, this.file.bytes() - this.position);
		this.position += skipped;
		return skipped;
	}

	@Override
	public void close() throws IOException {
		InputStream from = this.in;
		if (from instanceof Abortable abortable && this.position < this.file.bytes()) {
			// To close it would fetch the rest.
			abortable.abort();
		}
		else if (from != null) {
			from.close();
		}
	}

}
