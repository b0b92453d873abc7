package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Up to 256 colours for a picture, and which of them stands for which of its own.
 * <p>
 * Starting from one box around all colours of the picture, the box with the largest
 * squared error is split in two until there are enough (after Wan, Prusinkiewicz and Wong
 * 1990, "Variance-based color image quantization for frame buffer display"). A picture of
 * up to 256 colours keeps them all.
 */
final class Palette {

	private static final int SIZE = 256;

	/** The colours of the picture, ascending. */
	private final int[] colours;

	/** For each colour of the picture, its place in the palette. */
	private final byte[] places;

	private final IndexColorModel model;

	private Palette(int[] colours, byte[] places, IndexColorModel model) {
		this.colours = colours;
		this.places = places;
		this.model = model;
	}

	static Palette of(Picture picture) {
		List<ColourCount> counts = ColourCount.of(picture);
		int[] colours = counts.stream().mapToInt(ColourCount::rgb).toArray();
		List<ColourBox> boxes = boxes(counts);
		byte[] places = new byte[colours.length];
		int[] means = new int[boxes.size()];
		for (int place = 0; place < means.length; place++) {
			means[place] = boxes.get(place).mean();
			for (ColourCount member : boxes.get(place).members()) {
				places[Arrays.binarySearch(colours, member.rgb())] = (byte) place;
			}
		}
		return new Palette(colours, places,
				new IndexColorModel(Byte.SIZE, means.length, means, 0, false, -1, DataBuffer.TYPE_BYTE));
	}

	private static List<ColourBox> boxes(List<ColourCount> counts) {
		PriorityQueue<ColourBox> boxes = new PriorityQueue<>(Comparator.comparingDouble(ColourBox::error).reversed());
		boxes.add(ColourBox.around(counts));
		while (boxes.size() < SIZE && boxes.element().error() > 0) {
			boxes.addAll(boxes.remove().split());
		}
		return new ArrayList<>(boxes);
	}

	/** Returns the picture in the colours of the palette. */
	BufferedImage apply(Picture picture) {
		BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED,
				this.model);
		byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = this.places[Arrays.binarySearch(this.colours, picture.rgb(i))];
		}
		return image;
	}

}
