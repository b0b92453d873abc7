package io.eidolon.image;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the tag Orientation of Exif (CIPA DC-008, 4.6.4), and of no other, in the
 * first directory of a TIFF.
 */
final class OrientationTag extends DirectoryTiffHandler {

	/** What comes before it in JPEG, and in some files of others. */
	static final byte[] PREFIX = { 'E', 'x', 'i', 'f', 0, 0 };

	private final ExifIFD0Directory directory = new ExifIFD0Directory();

	OrientationTag() {
		super(new Metadata(), null);
		pushDirectory(this.directory);
	}

	/**
	 * Reads how a camera was held; upright where that cannot be read.
	 * @param exif a TIFF, which some files put a prefix before
	 */
	static Orientation read(byte[] exif) {
		try {
			boolean prefixed = Arrays.mismatch(exif, PREFIX) == PREFIX.length;
			OrientationTag tag = new OrientationTag();
			new TiffReader().processTiff(new ByteArrayReader(exif, prefixed ? PREFIX.length : 0), tag, 0);
			return Orientation.of(tag.value());
		}
		catch (IOException | ImageProcessingException | RuntimeException ex) {
			return Orientation.UPRIGHT;
		}
	}

	/** Its value, 1 when there is none. */
	int value() {
		Integer value = this.directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
		return (value != null) ? value : 1;
	}

	@Override
	public void setTiffMarker(int marker) {
		// Whatever it is, the tag is looked for.
	}

	@Override
	public boolean tryEnterSubIfd(int tag) {
		return false;
	}

	@Override
	public boolean hasFollowerIfd() {
		return false;
	}

	@Override
	public @Nullable Long tryCustomProcessFormat(int tag, int format, long count) {
		return null;
	}

	@Override
	public boolean customProcessTag(int offset, Set<Integer> processed, int header, RandomAccessReader in, int tag,
			int length) {
		return tag != ExifIFD0Directory.TAG_ORIENTATION;
	}

}
