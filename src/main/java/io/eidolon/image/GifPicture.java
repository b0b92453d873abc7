package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageReadParam;

/**
 * The first frame of a GIF on its canvas, which it need not fill (GIF89a, 18 and 20).
 *
 * @param file the bytes of the file
 * @param width pixels of the canvas
 * @param height pixels of the canvas
 * @param frame the part of the canvas that the frame fills
 * @param embedded what the file says about its picture
 */
record GifPicture(byte[] file, int width, int height, Part frame, Embedded embedded) implements StoredPicture {

	@Override
	public BufferedImage decode(int every, BooleanSupplier cancelled) throws IOException {
		// The frame's first column and row that are kept, counted within the frame.
		int column = Math.floorMod(-this.frame.left(), every);
		int row = Math.floorMod(-this.frame.top(), every);
		Canvas canvas = new Canvas(Math.ceilDiv(this.width, every), Math.ceilDiv(this.height, every));
		if (column >= this.frame.width() || row >= this.frame.height()) {
			return canvas.empty();
		}
		BufferedImage image = ImageIoPicture.read(PictureFormat.GIF, this.file, cancelled, (reader) -> {
			if (reader.getWidth(0) != this.frame.width() || reader.getHeight(0) != this.frame.height()) {
				throw new IOException("Two readings tell different sizes");
			}
			ImageReadParam sampling = reader.getDefaultReadParam();
			sampling.setSourceSubsampling(every, every, column, row);
			return reader.read(0, sampling);
		});
		return canvas.with(image, (this.frame.left() + column) / every, (this.frame.top() + row) / every);
	}

}
