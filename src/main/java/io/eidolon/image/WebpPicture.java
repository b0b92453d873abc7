package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

import com.luciad.imageio.webp.WebPReadParam;

/**
 * The first picture of a WebP on its canvas.
 *
 * @param width pixels of the canvas
 * @param height pixels of the canvas
 * @param left the first column of the picture
 * @param top the first row of the picture
 * @param frame the picture
 */
record WebpPicture(int width, int height, int left, int top, WebpFrame frame) implements StoredPicture {

	static WebpPicture of(byte[] file) {
		return WebpContainer.of(file).picture();
	}

	/** The lossless format refers back to any pixel. */
	@Override
	public boolean isDecodedWhole() {
		return this.frame.lossless();
	}

	@Override
	public BufferedImage decode(int every) throws IOException {
		BufferedImage picture = ImageIoPicture.read(PictureFormat.WEBP, this.frame.file(), (reader) -> {
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
