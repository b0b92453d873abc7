package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Writes animated GIF (GIF89a with the loop extension of Netscape 2.0). */
final class GifEncoder {

	private static final float MILLIS_PER_HUNDREDTH = 10;

	/** The sub-block of the loop extension: its kind, and 0 repeats for "for ever". */
	private static final byte[] FOR_EVER = { 1, 0, 0 };

	private GifEncoder() {
	}

	static byte[] encode(Animation animation, Parts parts) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		ImageWriteParam rowByRow = writer.getDefaultWriteParam();
		rowByRow.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
		return ImageIoBridge.write(writer, () -> {
			writer.prepareWriteSequence(null);
			boolean first = true;
			for (Picture frame : animation.frames()) {
				BufferedImage image = parts.run(() -> Palette.of(frame).apply(frame));
				IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), rowByRow);
				describe(metadata, animation, first);
				parts.run(() -> write(writer, new IIOImage(image, null, metadata), rowByRow));
				first = false;
			}
			writer.endWriteSequence();
		});
	}

	private static boolean write(ImageWriter writer, IIOImage image, ImageWriteParam settings) {
		try {
			writer.writeToSequence(image, settings);
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void describe(IIOMetadata metadata, Animation animation, boolean first)
			throws IIOInvalidTreeException {
		String format = metadata.getNativeMetadataFormatName();
		IIOMetadataNode tree = new IIOMetadataNode(format);
		tree.appendChild(timing(Math.round(animation.frameMillis() / MILLIS_PER_HUNDREDTH)));
		if (first && animation.loop()) {
			tree.appendChild(loopExtension());
		}
		metadata.mergeTree(format, tree);
	}

	private static IIOMetadataNode timing(int hundredths) {
		IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
		control.setAttribute("disposalMethod", "doNotDispose");
		control.setAttribute("userInputFlag", "FALSE");
		control.setAttribute("transparentColorFlag", "FALSE");
		control.setAttribute("delayTime", Integer.toString(hundredths));
		control.setAttribute("transparentColorIndex", "0");
		return control;
	}

	private static IIOMetadataNode loopExtension() {
		IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
		application.setAttribute("applicationID", "NETSCAPE");
		application.setAttribute("authenticationCode", "2.0");
		application.setUserObject(FOR_EVER);
		IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
		extensions.appendChild(application);
		return extensions;
	}

}
