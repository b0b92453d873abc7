package io.eidolon.image;

import java.util.Set;

import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import org.jspecify.annotations.Nullable;

/** Hears of the tag Orientation, and of no other, in the first directory of a TIFF. */
final class OrientationTag extends DirectoryTiffHandler {

	private final ExifIFD0Directory directory = new ExifIFD0Directory();

	OrientationTag() {
		super(new Metadata(), null);
		pushDirectory(this.directory);
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
