package io.eidolon.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * What the frames of an animation are placed on, transparent at first.
 *
 * @param width pixels
 * @param height pixels
 */
record Canvas(int width, int height) {

	BufferedImage empty() {
		return new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_ARGB);
	}

	/** Returns the canvas with a frame on it; the frame itself where it fills it. */
	BufferedImage with(BufferedImage frame, int left, int top) {
		if (left == 0 && top == 0 && frame.getWidth() == this.width && frame.getHeight() == this.height) {
			return frame;
		}
		BufferedImage canvas = empty();
		Graphics2D graphics = canvas.createGraphics();
		graphics.drawImage(frame, left, top, null);
		graphics.dispose();
		return canvas;
	}

}
