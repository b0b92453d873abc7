package io.eidolon.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG (ITU-T T.81, B.1) up to its end.
 *
 * @param scans how often its pixels are gone through: about ten times in a progressive
 * one, once for all colours or for each in others
 * @param progressive whether each scan makes it more precise
 * @param embedded what it says about its picture
 * @param plain the file up to its end, without the segments of applications and comments:
 * its profile, which the reader would follow in a way of its own, and any number of
 * others, which it takes very long to pass over
 */
record JpegSegments(int scans, boolean progressive, Embedded embedded, byte[] plain) {

	private static final int PROGRESSIVE = 0xc2;

	private static final int END_OF_IMAGE = 0xd9;

	private static final int START_OF_SCAN = 0xda;

	/** The first says that its colours are those of JFIF. */
	private static final int JFIF = 0xe0;

	private static final int EXIF = 0xe1;

	private static final int PROFILE = 0xe2;

	/** The first says which colours there are. */
	private static final int ADOBE = 0xee;

	private static final int LAST_APPLICATION = 0xef;

	private static final int COMMENT = 0xfe;

	/** Tables and scans; a usual file has about twenty. */
	private static final int MOST_SEGMENTS = 1024;

	/** Before a part of a profile, and the part's number and how many there are. */
	private static final byte[] PROFILE_PREFIX = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

	/**
	 * Finds the segments of a file.
	 * @throws UnreadablePictureException when it has no end
	 */
	static JpegSegments of(byte[] file) {
		int scans = 0;
		boolean progressive = false;
		byte @Nullable [] exif = null;
		Map<Integer, byte[]> profile = new TreeMap<>();
		ByteArrayOutputStream plain = new ByteArrayOutputStream(file.length);
		int copied = 0;
		Set<Integer> seen = new HashSet<>();
		int segments = 0;
		// Within the data of a scan, 0xff is always followed by 0 or the number of a
		// restart.
		for (int i = 2; i + 1 < file.length; i++) {
			int marker = file[i + 1] & 0xff;
			if ((file[i] & 0xff) != 0xff || marker == 0xff || marker <= 1 || marker >= 0xd0 && marker <= 0xd8) {
				continue;
			}
			if (marker == END_OF_IMAGE) {
				plain.write(file, copied, i + 2 - copied);
				return new JpegSegments(scans, progressive, new Embedded(exif, joined(profile)), plain.toByteArray());
			}
			int end = i + 2 + ((i + 3 < file.length) ? (file[i + 2] & 0xff) << 8 | (file[i + 3] & 0xff) : 2);
			byte[] content = (marker == EXIF || marker == PROFILE) && end <= file.length
					? Arrays.copyOfRange(file, Math.min(i + 4, end), end) : new byte[0];
			scans += (marker == START_OF_SCAN) ? 1 : 0;
			progressive |= marker == PROGRESSIVE;
			if (marker == EXIF && exif == null && begins(content, OrientationTag.PREFIX)) {
				exif = content;
			}
			if (marker == PROFILE && begins(content, PROFILE_PREFIX) && content.length > PROFILE_PREFIX.length + 2) {
				profile.putIfAbsent(content[PROFILE_PREFIX.length] & 0xff,
						Arrays.copyOfRange(content, PROFILE_PREFIX.length + 2, content.length));
			}
			if (isPassedOver(marker) || (marker == JFIF || marker == ADOBE) && !seen.add(marker)) {
				plain.write(file, copied, Math.max(0, i - copied));
				copied = Math.max(copied, Math.min(end, file.length));
			}
			else if (++segments > MOST_SEGMENTS) {
				throw new UnreadablePictureException(
						"the file is a JPEG of more than %s segments".formatted(MOST_SEGMENTS));
			}
			i = Math.max(i + 1, end - 1);
		}
		throw UnreadablePictureException.truncated();
	}

	/** Whether all of it is in memory before the first pixel is known. */
	boolean isHeldWhole() {
		return this.progressive || this.scans > 1;
	}

	private static boolean isPassedOver(int marker) {
		return marker == COMMENT || marker > JFIF && marker <= LAST_APPLICATION && marker != ADOBE;
	}

	private static boolean begins(byte[] content, byte[] prefix) {
		return content.length >= prefix.length && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
	}

	private static byte @Nullable [] joined(Map<Integer, byte[]> parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		parts.values().forEach(joined::writeBytes);
		return parts.isEmpty() ? null : joined.toByteArray();
	}

}
