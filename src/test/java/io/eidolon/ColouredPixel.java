package io.eidolon;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Pictures of one pixel. */
final class ColouredPixel {

	private ColouredPixel() {
	}

	/** A PNG file in base64: red, or blue for any other name. */
	static String base64(String colour) {
		BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, (colour.equals("red") ? Color.RED : Color.BLUE).getRGB());
		return PngFile.base64(image);
	}

}
