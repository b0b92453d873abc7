package io.eidolon.image;

import java.awt.image.BufferedImage;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

import org.w3c.dom.NodeList;

/** Writes JPEG through ImageIO with colour at full resolution, to compare with. */
final class ImageIoJpeg {

	private static final float BEST = 100;

	private ImageIoJpeg() {
	}

	static byte[] encode(Picture picture, int quality) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam settings = writer.getDefaultWriteParam();
		settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		settings.setCompressionQuality(quality / BEST);
		BufferedImage image = ImageIoBridge.image(picture);
		return ImageIoBridge.write(writer,
				() -> writer.write(null, new IIOImage(image, null, fullColour(writer, image, settings)), settings));
	}

	// ImageIO halves the resolution of colour unless it is told.
	private static IIOMetadata fullColour(ImageWriter writer, BufferedImage image, ImageWriteParam settings)
			throws IIOInvalidTreeException {
		IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), settings);
		String format = metadata.getNativeMetadataFormatName();
		IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(format);
		NodeList components = tree.getElementsByTagName("componentSpec");
		for (int i = 0; i < components.getLength(); i++) {
			IIOMetadataNode component = (IIOMetadataNode) components.item(i);
			component.setAttribute("HsamplingFactor", "1");
			component.setAttribute("VsamplingFactor", "1");
		}
		metadata.setFromTree(format, tree);
		return metadata;
	}

}
