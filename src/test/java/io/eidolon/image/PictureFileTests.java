package io.eidolon.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PictureFileTests {

	private static final int WIDTH = 32;

	private static final int HEIGHT = 16;

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp" })
	void aFileTellsItsSizeBeforeItIsDecoded(String format) throws IOException {
		PictureFile file = PictureFile.of(corner(format));
		assertThat(file.width()).isEqualTo(WIDTH);
		assertThat(file.height()).isEqualTo(HEIGHT);
		assertThat(new Color(file.read().getRGB(2, 2)).getRed()).isGreaterThan(200);
	}

	@Test
	void webpIsRead() {
		byte[] samples = new byte[3 * WIDTH * HEIGHT];
		samples[0] = (byte) 200;
		byte[] webp = StillFormat.WEBP.encode(new Picture(WIDTH, HEIGHT, 3, samples), Metadata.NONE);
		assertThat(new Color(PictureFile.of(webp).read().getRGB(0, 0)).getRed()).isEqualTo(200);
	}

	@ParameterizedTest(name = "orientation {0}: the red corner is at {1}, {2}")
	@CsvSource({ "1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1", "9,0,0" })
	void aPictureStandsAsTheCameraWasHeld(int orientation, int right, int bottom) throws IOException {
		PictureFile file = PictureFile.of(withExif(corner("jpg"), orientation));
		BufferedImage picture = file.read();
		boolean turned = orientation >= 5 && orientation <= 8;
		assertThat(picture.getWidth()).isEqualTo(turned ? HEIGHT : WIDTH);
		int x = (right == 1) ? picture.getWidth() - 3 : 2;
		int y = (bottom == 1) ? picture.getHeight() - 3 : 2;
		assertThat(new Color(picture.getRGB(x, y)).getRed()).isGreaterThan(200);
	}

	@Test
	void eachSoManyPixelsMayBeKept() throws IOException {
		BufferedImage thinned = PictureFile.of(corner("png")).read(4);
		assertThat(thinned.getWidth()).isEqualTo(WIDTH / 4);
		assertThat(thinned.getHeight()).isEqualTo(HEIGHT / 4);
	}

	@Test
	void whatIsNoPictureIsRefused() {
		assertThatExceptionOfType(UnreadablePictureException.class)
			.isThrownBy(() -> PictureFile.of("no picture".getBytes()))
			.withMessage("the file is none of PNG, JPEG, WebP, GIF and BMP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp" })
	void brokenFilesAreRefusedWhereverTheyBreak(String format) throws IOException {
		byte[] sound = corner(format);
		Random random = new Random(5);
		for (int i = 0; i < 60; i++) {
			byte[] broken = sound.clone();
			for (int n = random.nextInt(4); n >= 0; n--) {
				broken[random.nextInt(Math.min(broken.length, 200))] = (byte) random.nextInt();
			}
			byte[] cut = Arrays.copyOf(broken, 1 + random.nextInt(broken.length));
			try {
				PictureFile file = PictureFile.of(cut);
				if (file.pixels() < 1 << 20) {
					assertThat(file.read()).isNotNull();
				}
			}
			catch (UnreadablePictureException ex) {
				assertThat(ex).hasMessageStartingWith("the file is ");
			}
		}
	}

	// Red in the top left corner, blue elsewhere.
	private static byte[] corner(String format) throws IOException {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				image.setRGB(x, y, (x < 8 && y < 8) ? 0xFF0000 : 0x0000FF);
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, format, out);
		return out.toByteArray();
	}

	private static byte[] withExif(byte[] jpeg, int orientation) {
		ByteBuffer exif = ByteBuffer.allocate(36);
		exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes());
		exif.put("MM".getBytes()).putShort((short) 42).putInt(8).putShort((short) 1);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		exif.putInt(0);
		return ByteBuffer.allocate(jpeg.length + exif.capacity())
			.put(jpeg, 0, 2)
			.put(exif.array())
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

}
