package io.eidolon.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;

/** Reads the tag Orientation of Exif (CIPA DC-008, 4.6.4), wherever a file keeps it. */
final class Exif {

	/** What comes before it in JPEG, and in some files of others. */
	private static final byte[] PREFIX = { 'E', 'x', 'i', 'f', 0, 0 };

	private Exif() {
	}

	/** Returns how the camera was held; upright where that cannot be read. */
	static Orientation orientation(PictureFormat format, byte[] file) {
		try {
			for (byte[] block : blocks(format, new SequentialByteArrayReader(file))) {
				boolean prefixed = Arrays.mismatch(block, PREFIX) == PREFIX.length;
				if (prefixed || format != PictureFormat.JPEG) {
					OrientationTag tag = new OrientationTag();
					new TiffReader().processTiff(new ByteArrayReader(block, prefixed ? PREFIX.length : 0), tag, 0);
					return Orientation.of(tag.value());
				}
			}
			return Orientation.UPRIGHT;
		}
		catch (IOException | ImageProcessingException | RuntimeException ex) {
			return Orientation.UPRIGHT;
		}
	}

	private static List<byte[]> blocks(PictureFormat format, SequentialByteArrayReader in)
			throws IOException, ImageProcessingException {
		List<byte[]> blocks = new ArrayList<>();
		switch (format) {
			case JPEG -> JpegSegmentReader.readSegments(in, List.of(JpegSegmentType.APP1))
				.getSegments(JpegSegmentType.APP1)
				.forEach(blocks::add);
			case PNG -> {
				for (PngChunk chunk : new PngChunkReader().extract(in, Set.of(PngChunkType.eXIf))) {
					blocks.add(chunk.getBytes());
				}
			}
			case WEBP -> new RiffReader().processRiff(in, new ExifChunks(blocks));
			case GIF, BMP -> {
				// They have no place for it.
			}
		}
		return blocks;
	}

	/**
	 * Collects the chunk of WebP.
	 *
	 * @param blocks what was found
	 */
	private record ExifChunks(List<byte[]> blocks) implements RiffHandler {

		@Override
		public boolean shouldAcceptRiffIdentifier(String identifier) {
			return identifier.equals("WEBP");
		}

		@Override
		public boolean shouldAcceptChunk(String name) {
			return name.equals("EXIF");
		}

		@Override
		public boolean shouldAcceptList(String name) {
			return false;
		}

		@Override
		public void processChunk(String name, byte[] content) {
			this.blocks.add(content);
		}

		@Override
		public void addError(String message) {
			// What cannot be read says nothing.
		}

	}

}
