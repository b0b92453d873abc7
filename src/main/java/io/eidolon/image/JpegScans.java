package io.eidolon.image;

/**
 * Counts the scans of a JPEG (ITU-T T.81, B.1). A progressive one has about ten, and each
 * costs as much as decoding the whole picture once: a small file can ask for hundreds.
 */
final class JpegScans {

	private static final int MOST = 64;

	private static final int START_OF_SCAN = 0xda;

	private JpegScans() {
	}

	/**
	 * Refuses a file with more scans than pictures need.
	 * @throws UnreadablePictureException when there are too many
	 */
	static void check(byte[] file) {
		int scans = 0;
		// Within the data of a scan, 0xff is always followed by 0 or the number of a
		// restart.
		for (int i = 2; i + 3 < file.length; i++) {
			int marker = file[i + 1] & 0xff;
			if ((file[i] & 0xff) != 0xff || marker == 0xff || marker == 0 || marker >= 0xd0 && marker <= 0xd9) {
				continue;
			}
			if (marker == START_OF_SCAN && ++scans > MOST) {
				throw new UnreadablePictureException("the file is a JPEG of more than %d scans".formatted(MOST));
			}
			i += 1 + ((file[i + 2] & 0xff) << 8 | (file[i + 3] & 0xff));
		}
	}

}
