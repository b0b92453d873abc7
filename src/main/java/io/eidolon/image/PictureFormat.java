package io.eidolon.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import com.luciad.imageio.webp.WebPImageReaderSpi;

/** The formats that pictures are read from, told apart by the first bytes of a file. */
enum PictureFormat {

	PNG("PNG", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),

	JPEG("JPEG", 0xff, 0xd8, 0xff),

	WEBP("WebP", 'R', 'I', 'F', 'F', -1, -1, -1, -1, 'W', 'E', 'B', 'P'),

	GIF("GIF", 'G', 'I', 'F', '8'),

	BMP("BMP", 'B', 'M');

	private final String title;

	/** The bytes that a file begins with; any byte where it is -1. */
	private final int[] signature;

	PictureFormat(String title, int... signature) {
		this.title = title;
		this.signature = signature;
	}

	/** Returns the format of a file, empty when it is none of these. */
	static Optional<PictureFormat> of(byte[] file) {
		return Arrays.stream(values()).filter((format) -> format.begins(file)).findFirst();
	}

	/** The names of all formats: "PNG, JPEG, WebP, GIF and BMP" after a last word. */
	static String names(String lastWord) {
		String all = Arrays.stream(values()).map((format) -> format.title).collect(Collectors.joining(", "));
		int last = all.lastIndexOf(", ");
		return all.substring(0, last) + " " + lastWord + all.substring(last + 1);
	}

	private boolean begins(byte[] file) {
		if (file.length < this.signature.length) {
			return false;
		}
		for (int i = 0; i < this.signature.length; i++) {
			if (this.signature[i] >= 0 && this.signature[i] != (file[i] & 0xff)) {
				return false;
			}
		}
		return true;
	}

	/** Creates a reader for this format alone. */
	ImageReader reader() {
		if (this == WEBP) {
			return new WebPImageReaderSpi().createReaderInstance(null);
		}
		return ImageIO.getImageReadersByFormatName(name()).next();
	}

}
