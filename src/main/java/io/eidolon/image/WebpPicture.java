package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;

import com.luciad.imageio.webp.WebPReadParam;

/**
 * The first picture of a WebP on its canvas.
 *
 * @param width pixels of the canvas
 * @param height pixels of the canvas
 * @param left the first column of the picture
 * @param top the first row of the picture
 * @param frame the picture
 * @param embedded what the file says about its picture
 */
record WebpPicture(int width, int height, int left, int top, WebpFrame frame,
		Embedded embedded) implements StoredPicture {

	/** The lossless format refers back to any pixel. */
	@Override
	public long heldBytes() {
		return this.frame.lossless() ? (long) Integer.BYTES * this.frame.width() * this.frame.height() : 0;
	}

	@Override
	public BufferedImage decode(int every, BooleanSupplier cancelled) throws IOException {
		BufferedImage picture = ImageIoPicture.read(PictureFormat.WEBP, this.frame.file(), cancelled, (reader) -> {
			if (reader.getWidth(0) != this.frame.width() || reader.getHeight(0) != this.frame.height()) {
				throw new IOException("Two headers tell different sizes");
			}
			WebPReadParam scaling = (WebPReadParam) reader.getDefaultReadParam();
			if (every > 1) {
				scaling.setUseScaling(true);
				scaling.setScaledWidth(Math.ceilDiv(this.frame.width(), every));
				scaling.setScaledHeight(Math.ceilDiv(this.frame.height(), every));
			}
			return reader.read(0, scaling);
		});
		return new Canvas(Math.ceilDiv(this.width, every), Math.ceilDiv(this.height, every)).with(picture,
				this.left / every, this.top / every);
	}

}
