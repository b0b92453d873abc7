package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;

import org.w3c.dom.Element;

/**
 * The first frame of a GIF on its canvas, which it need not fill (GIF89a, 18 and 20).
 *
 * @param file the bytes of the file
 * @param width pixels of the canvas
 * @param height pixels of the canvas
 * @param left the frame's first column
 * @param top the frame's first row
 * @param frameWidth pixels of the frame
 * @param frameHeight pixels of the frame
 */
record GifPicture(byte[] file, int width, int height, int left, int top, int frameWidth,
		int frameHeight) implements StoredPicture {

	private static final String METADATA = "javax_imageio_gif_image_1.0";

	static GifPicture of(byte[] file) throws IOException {
		return ImageIoPicture.read(PictureFormat.GIF, file, (reader) -> of(file, reader));
	}

	private static GifPicture of(byte[] file, ImageReader reader) throws IOException {
		IIOMetadata metadata = reader.getImageMetadata(0);
		Element frame = (Element) ((Element) metadata.getAsTree(METADATA)).getElementsByTagName("ImageDescriptor")
			.item(0);
		int left = Integer.parseInt(frame.getAttribute("imageLeftPosition"));
		int top = Integer.parseInt(frame.getAttribute("imageTopPosition"));
		int frameWidth = reader.getWidth(0);
		int frameHeight = reader.getHeight(0);
		// As browsers do, the canvas grows to hold its first frame.
		int width = Math.max(littleEndian(file, 6), left + frameWidth);
		int height = Math.max(littleEndian(file, 8), top + frameHeight);
		return new GifPicture(file, width, height, left, top, frameWidth, frameHeight);
	}

	private static int littleEndian(byte[] file, int index) {
		return (file[index] & 0xff) | (file[index + 1] & 0xff) << 8;
	}

	@Override
	public BufferedImage decode(int every) throws IOException {
		// The frame's first column and row that are kept, counted within the frame.
		int column = Math.floorMod(-this.left, every);
		int row = Math.floorMod(-this.top, every);
		Canvas canvas = new Canvas(Math.ceilDiv(this.width, every), Math.ceilDiv(this.height, every));
		if (column >= this.frameWidth || row >= this.frameHeight) {
			return canvas.empty();
		}
		BufferedImage frame = ImageIoPicture.read(PictureFormat.GIF, this.file, (reader) -> {
			ImageReadParam sampling = reader.getDefaultReadParam();
			sampling.setSourceSubsampling(every, every, column, row);
			return reader.read(0, sampling);
		});
		return canvas.with(frame, (this.left + column) / every, (this.top + row) / every);
	}

}
