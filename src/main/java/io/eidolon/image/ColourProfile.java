package io.eidolon.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the colours of a file mean (ICC.1): turns them into sRGB. */
final class ColourProfile {

	private static final Logger logger = LoggerFactory.getLogger(ColourProfile.class);

	/** Those of printers have a few megabytes. */
	static final int MOST_BYTES = 1 << 23;

	private final int colours;

	private final ColorConvertOp conversion;

	private ColourProfile(int colours, ColorConvertOp conversion) {
		this.colours = colours;
		this.conversion = conversion;
	}

	/**
	 * Reads a profile. As in browsers, one that cannot be used is passed over.
	 * @param bytes its file
	 */
	static Optional<ColourProfile> of(byte[] bytes) {
		try {
			if (bytes.length > MOST_BYTES) {
				return Optional.empty();
			}
			ICC_Profile from = ICC_Profile.getInstance(bytes);
			ICC_Profile to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
			ColourProfile profile = new ColourProfile(from.getNumComponents(),
					new ColorConvertOp(new ICC_Profile[] { from, to }, null));
			profile.rgb(new byte[profile.colours], 1);
			return Optional.of(profile);
		}
		catch (IllegalArgumentException | CMMException ex) {
			logger.debug("A colour profile is not used", ex);
			return Optional.empty();
		}
	}

	/** How many levels a pixel has. */
	int colours() {
		return this.colours;
	}

	/**
	 * Turns pixels into sRGB.
	 * @param levels (count, colours)
	 * @return (count, 3)
	 */
	byte[] rgb(byte[] levels, int count) {
		byte[] rgb = new byte[3 * count];
		this.conversion.filter(raster(levels, count, this.colours), raster(rgb, count, 3));
		return rgb;
	}

	private static WritableRaster raster(byte[] levels, int count, int bands) {
		int[] offsets = new int[bands];
		for (int band = 0; band < bands; band++) {
			offsets[band] = band;
		}
		return Raster.createInterleavedRaster(new DataBufferByte(levels, count * bands), count, 1, count * bands, bands,
				offsets, null);
	}

}
