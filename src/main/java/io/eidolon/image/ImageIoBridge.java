package io.eidolon.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Passes pictures to the writers of ImageIO, without copying their samples. */
final class ImageIoBridge {

	private ImageIoBridge() {
	}

	static BufferedImage image(Picture picture) {
		return (picture.channels() == 1) ? image(picture, ColorSpace.CS_GRAY, 0) : rgbImage(picture);
	}

	/** Shows a grey picture as one whose red, green and blue are the same bytes. */
	static BufferedImage rgbImage(Picture picture) {
		int last = picture.channels() - 1;
		return image(picture, ColorSpace.CS_sRGB, 0, last / 2, last);
	}

	private static BufferedImage image(Picture picture, int colourSpace, int... bandOffsets) {
		DataBufferByte samples = new DataBufferByte(picture.samples(), picture.samples().length);
		WritableRaster raster = Raster.createInterleavedRaster(samples, picture.width(), picture.height(),
				picture.stride(), picture.channels(), bandOffsets, null);
		ComponentColorModel colours = new ComponentColorModel(ColorSpace.getInstance(colourSpace), false, false,
				Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
		return new BufferedImage(colours, raster, false, null);
	}

	/** Runs a writer on a new output in memory, and disposes of it. */
	static byte[] write(ImageWriter writer, Writing writing) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			writing.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	/** What a writer does with its output. */
	interface Writing {

		void run() throws IOException;

	}

}
