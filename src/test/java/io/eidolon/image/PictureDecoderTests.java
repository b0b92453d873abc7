package io.eidolon.image;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.awt.image.IndexColorModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("foreign")
class PictureDecoderTests {

	private static final PictureDecoder COLOUR = PictureDecoder.overWhite(28, 28, 3);

	private static final PictureDecoder GREY = PictureDecoder.overWhite(28, 28, 1);

	@Test
	void aPaletteBecomesColour() {
		byte[] red = { 0, (byte) 200 };
		byte[] green = { 0, 100 };
		byte[] blue = { 0, 50 };
		BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_INDEXED,
				new IndexColorModel(8, 2, red, green, blue));
		fill(image, 0, 0, 28, 28, new Color(200, 100, 50));
		assertThat(pixel(COLOUR.decode(image), 3, 3)).containsExactly(200, 100, 50);
	}

	@Test
	void alphaLiesOverWhite() {
		BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < 28 * 28; i++) {
			image.setRGB(i % 28, i / 28, (i % 28 < 14) ? 0 : 0xFF_00_00_FF);
		}
		Picture picture = COLOUR.decode(image);
		assertThat(pixel(picture, 0, 5)).containsExactly(255, 255, 255);
		assertThat(pixel(picture, 20, 5)).containsExactly(0, 0, 255);
	}

	@Test
	void greyLevelsStayAsTheyAreStored() {
		BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 28 * 28; i++) {
			image.getRaster().setSample(i % 28, i / 28, 0, 100);
		}
		assertThat(pixel(GREY.decode(image), 4, 4)).containsExactly(100);
		assertThat(pixel(COLOUR.decode(image), 4, 4)).containsExactly(100, 100, 100);
	}

	@Test
	void sixteenBitGreyIsScaledToEight() {
		BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_USHORT_GRAY);
		for (int i = 0; i < 28 * 28; i++) {
			image.getRaster().setSample(i % 28, i / 28, 0, 100 * 257);
		}
		assertThat(pixel(GREY.decode(image), 4, 4)).containsExactly(100);
	}

	@Test
	void inksBecomeLightAsScreensShowThem() {
		ColorSpace inks = new ColorSpace(ColorSpace.TYPE_CMYK, 4) {

			@Override
			public float[] toRGB(float[] colour) {
				throw new UnsupportedOperationException();
			}

			@Override
			public float[] fromRGB(float[] rgb) {
				throw new UnsupportedOperationException();
			}

			@Override
			public float[] toCIEXYZ(float[] colour) {
				throw new UnsupportedOperationException();
			}

			@Override
			public float[] fromCIEXYZ(float[] xyz) {
				throw new UnsupportedOperationException();
			}

		};
		ColorModel colours = new ComponentColorModel(inks, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
		WritableRaster raster = colours.createCompatibleWritableRaster(28, 28);
		for (int i = 0; i < 28 * 28; i++) {
			raster.setPixel(i % 28, i / 28, new int[] { 255, 95, 191, 51 });
		}
		BufferedImage image = new BufferedImage(colours, raster, false, null);
		assertThat(pixel(COLOUR.decode(image), 4, 4)).containsExactly(0, 128, 51);
	}

	@Test
	void colourBecomesGreyByItsLuma() {
		BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
		fill(image, 0, 0, 28, 28, new Color(10, 200, 30));
		// 0.299 * 10 + 0.587 * 200 + 0.114 * 30
		assertThat(pixel(GREY.decode(image), 0, 0)).containsExactly(124);
	}

	@Test
	void aWidePictureLosesItsSides() {
		BufferedImage image = new BufferedImage(68, 28, BufferedImage.TYPE_INT_RGB);
		fill(image, 0, 0, 68, 28, Color.RED);
		fill(image, 20, 0, 28, 28, Color.GREEN);
		Picture picture = COLOUR.decode(image);
		for (int x = 0; x < 28; x++) {
			assertThat(pixel(picture, x, 9)).containsExactly(0, 255, 0);
		}
	}

	@Test
	void aTallPictureLosesItsTopAndBottom() {
		BufferedImage image = new BufferedImage(28, 68, BufferedImage.TYPE_INT_RGB);
		fill(image, 0, 20, 28, 28, Color.BLUE);
		Picture picture = COLOUR.decode(image);
		for (int y = 0; y < 28; y++) {
			assertThat(pixel(picture, 9, y)).containsExactly(0, 0, 255);
		}
	}

	@Test
	void smallPicturesAreInterpolatedAndMasksKeepTheirEdges() {
		BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
		fill(image, 1, 0, 1, 2, Color.WHITE);
		assertThat(PictureDecoder.overWhite(4, 4, 1).decode(image).samples()).startsWith(0, 64, 191, 255);
		assertThat(PictureDecoder.overBlack(4, 4).decode(image).samples()).startsWith(0, 0, 255, 255);
	}

	private static void fill(BufferedImage image, int x, int y, int width, int height, Color colour) {
		var graphics = image.createGraphics();
		graphics.setColor(colour);
		graphics.fillRect(x, y, width, height);
		graphics.dispose();
	}

	private static int[] pixel(Picture picture, int x, int y) {
		int[] levels = new int[picture.channels()];
		for (int c = 0; c < levels.length; c++) {
			levels[c] = picture.samples()[(y * picture.width() + x) * levels.length + c] & 0xFF;
		}
		return levels;
	}

}
