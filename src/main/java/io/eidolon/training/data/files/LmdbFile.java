package io.eidolon.training.data.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The {@code data.mdb} of an LMDB environment, read without its library: a copy-on-write
 * B+ tree of pages, of which the newer of two meta pages names the root. Only what a set
 * of pictures needs is read: the values of the main database, in the order of their keys.
 * Nothing is locked or written, so that the folder may be read-only; a program that
 * writes it at the same time is not expected.
 * <p>
 * The layout is that of 64-bit little-endian machines, in which LSUN is distributed.
 *
 * <pre>
 * page  0 number u64 | 8 pad u16 | 10 flags u16 | 12 lower u16, upper u16 (or pages u32) | 16 offsets u16...
 * meta  16 magic u32 | 20 version u32 | 40 page size u32 | 120 entries u64 | 128 root u64 | 144 transaction u64
 * node  0 low u16 | 2 high u16 | 4 flags u16 | 6 key length u16 | 8 key | value
 * </pre>
 *
 * @see <a href=
 * "https://github.com/LMDB/lmdb/blob/LMDB_0.9.31/libraries/liblmdb/mdb.c">mdb.c,
 * MDB_page, MDB_meta and MDB_node</a>
 */
final class LmdbFile implements AutoCloseable {

	private static final int MAGIC = 0xBEEF_C0DE;

	private static final int VERSION = 1;

	private static final int HEADER = 16;

	private static final int NODE_HEADER = 8;

	private static final int BRANCH = 0x01;

	private static final int LEAF = 0x02;

	private static final int META = 0x08;

	/** The value lies on pages of its own. */
	private static final int BIG = 0x01;

	/** The value is a database, or one of several of its key. */
	private static final int NO_PLAIN_VALUE = 0x02 | 0x04;

	private static final long NO_ROOT = -1;

	// No tree is deeper in mdb.c, so that a cycle in a broken one ends here.
	private static final int MOST_LEVELS = 32;

	private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED
		.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private final Path file;

	private final Arena arena = Arena.ofShared();

	private final MemorySegment bytes;

	private final long pageSize;

	// The place of each leaf node, in the order of keys.
	private long[] nodes = new long[1024];

	private int size;

	/**
	 * Opens a file and lists what it holds.
	 * @throws IOException when it is no LMDB file, or when it is broken
	 */
	LmdbFile(Path file) throws IOException {
		this.file = file;
		try (FileChannel channel = FileChannel.open(file)) {
			this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), this.arena);
			this.pageSize = pageSize();
			long root = this.bytes.get(LONG, newerMeta() + 128);
			if (root != NO_ROOT) {
				collect(root, 0);
			}
		}
		catch (IOException ex) {
			this.arena.close();
			throw ex;
		}
		catch (IndexOutOfBoundsException | ArithmeticException ex) {
			this.arena.close();
			throw new IOException("%s ends before its last page".formatted(file), ex);
		}
	}

	private long pageSize() throws IOException {
		if (this.bytes.byteSize() < 2 * 512 || this.bytes.get(INT, 16) != MAGIC || this.bytes.get(INT, 20) != VERSION
				|| (this.bytes.get(SHORT, 10) & META) == 0) {
			throw new IOException("%s is no LMDB file of a 64-bit little-endian machine".formatted(this.file));
		}
		int size = this.bytes.get(INT, 40);
		if (size < 512 || size > 65_536 || Integer.bitCount(size) != 1) {
			throw new IOException("%s says that its pages are of %s bytes".formatted(this.file, size));
		}
		return size;
	}

	/** Two meta pages are written in turn, so that one is always whole. */
	private long newerMeta() {
		return (this.bytes.get(LONG, 144) >= this.bytes.get(LONG, this.pageSize + 144)) ? 0 : this.pageSize;
	}

	private void collect(long number, int level) throws IOException {
		long page = Math.multiplyExact(number, this.pageSize);
		int flags = this.bytes.get(SHORT, page + 10);
		if ((flags & (BRANCH | LEAF)) == 0 || level == MOST_LEVELS) {
			throw new IOException("%s is broken: page %s is no part of its tree".formatted(this.file, number));
		}
		int count = (unsigned(page + 12) - HEADER) / Short.BYTES;
		for (int i = 0; i < count; i++) {
			long node = page + unsigned(page + HEADER + (long) i * Short.BYTES);
			if ((flags & BRANCH) != 0) {
				collect(unsigned(node) | (long) unsigned(node + 2) << 16 | (long) unsigned(node + 4) << 32, level + 1);
			}
			else if ((unsigned(node + 4) & NO_PLAIN_VALUE) == 0) {
				add(node);
			}
		}
	}

	private void add(long node) {
		if (this.size == this.nodes.length) {
			this.nodes = Arrays.copyOf(this.nodes, 2 * this.size);
		}
		this.nodes[this.size++] = node;
	}

	/** The number of values. */
	int size() {
		return this.size;
	}

	/** Returns the key of a value, as text. */
	String key(int index) {
		long node = this.nodes[index];
		return new String(bytes(node + NODE_HEADER, unsigned(node + 6)), StandardCharsets.ISO_8859_1);
	}

	/** Returns the length of a value in bytes. */
	long length(int index) {
		long node = this.nodes[index];
		return unsigned(node) | (long) unsigned(node + 2) << 16;
	}

	/**
	 * Returns a value.
	 * @throws IOException when the file ends before it
	 */
	byte[] value(int index) throws IOException {
		long node = this.nodes[index];
		long length = length(index);
		long start = node + NODE_HEADER + unsigned(node + 6);
		try {
			if ((unsigned(node + 4) & BIG) != 0) {
				start = Math.multiplyExact(this.bytes.get(LONG, start), this.pageSize) + HEADER;
			}
			return bytes(start, length);
		}
		catch (IndexOutOfBoundsException | ArithmeticException ex) {
			throw new IOException("lies beyond the end of " + this.file, ex);
		}
	}

	private byte[] bytes(long start, long length) {
		return this.bytes.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
	}

	private int unsigned(long offset) {
		return Short.toUnsignedInt(this.bytes.get(SHORT, offset));
	}

	@Override
	public void close() {
		this.arena.close();
	}

}
