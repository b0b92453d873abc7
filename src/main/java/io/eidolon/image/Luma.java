package io.eidolon.image;

/** The brightness of colours, by the weights of Rec. 601 that JPEG uses. */
public final class Luma {

	private Luma() {
	}

	/**
	 * The level of grey that is as bright as a colour, between 0 and 255.
	 * @param rgb 0xRRGGBB
	 */
	public static float of(int rgb) {
		return 0.299f * ((rgb >> 16) & 0xFF) + 0.587f * ((rgb >> 8) & 0xFF) + 0.114f * (rgb & 0xFF);
	}

}
