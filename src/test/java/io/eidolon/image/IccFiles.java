package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Files with an ICC profile (ICC.1:2001-04) in each place that a format has for it. */
final class IccFiles {

	static final List<String> FORMATS = List.of("png", "jpg", "webp", "gif", "bmp");

	private IccFiles() {
	}

	/** A profile of wider primaries than sRGB, with an exponent of 563 / 256. */
	static byte[] wide() {
		Map<String, byte[]> tags = new LinkedHashMap<>();
		tags.put("wtpt", xyz(.9642, 1, .8249));
		tags.put("rXYZ", xyz(.60974, .31111, .01947));
		tags.put("gXYZ", xyz(.20528, .62567, .06087));
		tags.put("bXYZ", xyz(.14919, .06322, .74457));
		List.of("rTRC", "gTRC", "bTRC").forEach((name) -> tags.put(name, curve(563)));
		return profile("mntr", "RGB ", "XYZ ", tags);
	}

	/** A profile of grey levels that are linear. */
	static byte[] linearGrey() {
		Map<String, byte[]> tags = new LinkedHashMap<>();
		tags.put("wtpt", xyz(.9642, 1, .8249));
		tags.put("kTRC", curve(256));
		return profile("mntr", "GRAY", "XYZ ", tags);
	}

	/** A profile of inks by which each combination has the same lightness, grey. */
	static byte[] greyInks() {
		ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + 16 * 3 + 3 * 256);
		table.put("mft1".getBytes()).putInt(0).put(new byte[] { 4, 3, 2, 0 });
		for (int i = 0; i < 9; i++) {
			table.putInt((i % 4 == 0) ? 1 << 16 : 0);
		}
		for (int i = 0; i < 4 * 256; i++) {
			table.put((byte) i);
		}
		for (int i = 0; i < 16; i++) {
			table.put(new byte[] { (byte) 128, (byte) 128, (byte) 128 });
		}
		for (int i = 0; i < 3 * 256; i++) {
			table.put((byte) i);
		}
		Map<String, byte[]> tags = new LinkedHashMap<>();
		tags.put("wtpt", xyz(.9642, 1, .8249));
		List.of("A2B0", "A2B1", "A2B2").forEach((name) -> tags.put(name, table.array()));
		return profile("prtr", "CMYK", "Lab ", tags);
	}

	/** A file of one colour, 160, 40, 64, and a profile. */
	static byte[] file(String format, byte[] profile) throws IOException {
		BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 256; i++) {
			image.setRGB(i % 16, i / 16, 0xA02840);
		}
		return switch (format) {
			case "png" -> png(TestFiles.encoded(image, "png"), profile);
			case "jpg" -> jpeg(TestFiles.encoded(image, "jpg"), profile);
			case "webp" -> webp(profile);
			case "gif" -> gif(profile);
			case "bmp" -> bmp(TestFiles.encoded(image, "bmp"), profile);
			default -> throw new IllegalArgumentException(format);
		};
	}

	static byte[] png(byte[] png, byte[] profile) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.writeBytes("wide\0\0".getBytes());
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(content)) {
			deflated.write(profile);
		}
		List<PngFile.Chunk> chunks = new ArrayList<>(PngFile.parse(png).chunks());
		chunks.add(1, new PngFile.Chunk("iCCP", content.toByteArray()));
		return new PngFile(chunks).bytes();
	}

	/** In two segments, the second before the first. */
	static byte[] jpeg(byte[] jpeg, byte[] profile) {
		int half = profile.length / 2;
		return ByteBuffer.allocate(jpeg.length + profile.length + 36)
			.put(jpeg, 0, 2)
			.putShort((short) 0xFFE2)
			.putShort((short) (16 + profile.length - half))
			.put("ICC_PROFILE\0\2\2".getBytes())
			.put(profile, half, profile.length - half)
			.putShort((short) 0xFFE2)
			.putShort((short) (16 + half))
			.put("ICC_PROFILE\0\1\2".getBytes())
			.put(profile, 0, half)
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

	private static byte[] webp(byte[] profile) {
		byte[] samples = new byte[3 * 256];
		for (int i = 0; i < 256; i++) {
			samples[3 * i] = (byte) 160;
			samples[3 * i + 1] = 40;
			samples[3 * i + 2] = 64;
		}
		byte[] webp = StillFormat.WEBP.encode(new Picture(16, 16, 3, samples), Metadata.NONE);
		ByteBuffer file = ByteBuffer.allocate(webp.length + 18 + 8 + profile.length).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes()).putInt(file.capacity() - 8).put("WEBPVP8X".getBytes()).putInt(10);
		file.putInt(0b100000).putShort((short) 15).put((byte) 0).putShort((short) 15).put((byte) 0);
		return file.put("ICCP".getBytes()).putInt(profile.length).put(profile).put(webp, 12, webp.length - 12).array();
	}

	/** One pixel. */
	private static byte[] gif(byte[] profile) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes("GIF89a".getBytes());
		file.writeBytes(
				new byte[] { 1, 0, 1, 0, (byte) 0x80, 0, 0, (byte) 160, 40, 64, 0, 0, 0, 0x21, (byte) 255, 11 });
		file.writeBytes("ICCRGBG1012".getBytes());
		for (int from = 0; from < profile.length; from += 255) {
			int length = Math.min(255, profile.length - from);
			file.write(length);
			file.write(profile, from, length);
		}
		file.writeBytes(new byte[] { 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b });
		return file.toByteArray();
	}

	private static byte[] bmp(byte[] bmp, byte[] profile) {
		int pixels = bmp.length - 54;
		ByteBuffer file = ByteBuffer.allocate(14 + 124 + pixels + profile.length).order(ByteOrder.LITTLE_ENDIAN);
		file.put(bmp, 0, 54).position(138).put(bmp, 54, pixels).put(profile);
		return file.putInt(2, file.capacity())
			.putInt(10, 138)
			.putInt(14, 124)
			.putInt(70, 0x4d424544)
			.putInt(126, 124 + pixels)
			.putInt(130, profile.length)
			.array();
	}

	private static byte[] profile(String device, String colours, String connection, Map<String, byte[]> tags) {
		int size = 132 + 12 * tags.size() + tags.values().stream().mapToInt((tag) -> tag.length).sum();
		ByteBuffer profile = ByteBuffer.allocate(size);
		profile.putInt(size).put("test".getBytes()).putInt(0x02100000).put(device.getBytes()).put(colours.getBytes());
		profile.put(connection.getBytes()).putShort((short) 2020).putShort((short) 1).putShort((short) 1);
		profile.position(36).put("acsp".getBytes()).position(68).put(xyz(.9642, 1, .8249), 8, 12);
		profile.position(128).putInt(tags.size());
		int at = 132 + 12 * tags.size();
		for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
			profile.put(tag.getKey().getBytes()).putInt(at).putInt(tag.getValue().length);
			profile.put(at, tag.getValue());
			at += tag.getValue().length;
		}
		return profile.array();
	}

	private static byte[] xyz(double x, double y, double z) {
		ByteBuffer tag = ByteBuffer.allocate(20).put("XYZ ".getBytes()).putInt(0);
		for (double value : new double[] { x, y, z }) {
			tag.putInt((int) Math.round(value * 65536));
		}
		return tag.array();
	}

	/** An exponent, in parts of 256. */
	private static byte[] curve(int exponent) {
		return ByteBuffer.allocate(16).put("curv".getBytes()).putInt(0).putInt(1).putShort((short) exponent).array();
	}

}
