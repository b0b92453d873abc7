package io.eidolon.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Files that say in Exif how the camera was held. */
final class ExifFiles {

	private ExifFiles() {
	}

	static byte[] jpeg(byte[] jpeg, int orientation) {
		byte[] exif = exif(orientation);
		return ByteBuffer.allocate(jpeg.length + 10 + exif.length)
			.put(jpeg, 0, 2)
			.putShort((short) 0xFFE1)
			.putShort((short) (8 + exif.length))
			.put("Exif\0\0".getBytes())
			.put(exif)
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

	static byte[] png(byte[] png, int orientation) {
		List<PngFile.Chunk> chunks = new ArrayList<>(PngFile.parse(png).chunks());
		chunks.add(1, new PngFile.Chunk("eXIf", exif(orientation)));
		return new PngFile(chunks).bytes();
	}

	static byte[] webp(byte[] webp, int orientation) {
		byte[] exif = exif(orientation);
		PictureFile sides = PictureFile.of(webp, 1 << 20);
		ByteBuffer file = ByteBuffer.allocate(webp.length + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes()).putInt(file.capacity() - 8).put("WEBPVP8X".getBytes()).putInt(10).putInt(0b1000);
		file.putShort((short) (sides.width() - 1)).put((byte) 0).putShort((short) (sides.height() - 1)).put((byte) 0);
		file.put(webp, 12, webp.length - 12).put("EXIF".getBytes()).putInt(exif.length).put(exif);
		return file.array();
	}

	/** A TIFF with a directory of one entry. */
	private static byte[] exif(int orientation) {
		ByteBuffer exif = ByteBuffer.allocate(26);
		exif.put("MM".getBytes()).putShort((short) 42).putInt(8).putShort((short) 1);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		return exif.putInt(0).array();
	}

}
