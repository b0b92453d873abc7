package io.eidolon.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

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
		for (byte[] file : List.of(ExifFiles.jpeg(corner("jpg"), orientation),
				ExifFiles.png(corner("png"), orientation), ExifFiles.webp(webpCorner(), orientation))) {
			BufferedImage picture = PictureFile.of(file).read();
			boolean turned = orientation >= 5 && orientation <= 8;
			assertThat(picture.getWidth()).isEqualTo(turned ? HEIGHT : WIDTH);
			int x = (right == 1) ? picture.getWidth() - 3 : 2;
			int y = (bottom == 1) ? picture.getHeight() - 3 : 2;
			assertThat(new Color(picture.getRGB(x, y)).getRed()).isGreaterThan(200);
		}
	}

	@Test
	void greyLevelsStayAsTheyAreWhenAPictureIsTurned() throws IOException {
		BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
		byte[] levels = new byte[WIDTH * HEIGHT];
		Arrays.fill(levels, (byte) 103);
		grey.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, levels);
		BufferedImage turned = PictureFile.of(ExifFiles.png(file(grey, "png"), 6)).read();
		assertThat(turned.getWidth()).isEqualTo(HEIGHT);
		assertThat(turned.getRaster().getSample(3, 3, 0)).isEqualTo(103);
	}

	@Test
	void eachSoManyPixelsMayBeKept() throws IOException {
		BufferedImage thinned = PictureFile.of(corner("png")).read(4);
		assertThat(thinned.getWidth()).isEqualTo(WIDTH / 4);
		assertThat(thinned.getHeight()).isEqualTo(HEIGHT / 4);
	}

	@ParameterizedTest
	@CsvSource({ "png,false", "jpg,false", "gif,false", "bmp,false", "webp,true" })
	void memoryIsCountedForWhatIsDecoded(String format, boolean whole) throws IOException {
		PictureFile file = PictureFile.of(format.equals("webp") ? webpCorner() : corner(format));
		assertThat(file.decodedPixels(4)).isEqualTo(whole ? WIDTH * HEIGHT : WIDTH * HEIGHT / 16);
	}

	@Test
	void aWebpOfAFewBytesTellsHowLargeItWouldBe() {
		ByteBuffer webp = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
		webp.put("RIFF".getBytes()).putInt(30).put("WEBPVP8L".getBytes()).putInt(18);
		webp.put((byte) 0x2f).putInt(6999 | 6999 << 14);
		PictureFile file = PictureFile.of(webp.array());
		assertThat(file.pixels()).isEqualTo(49_000_000);
		assertThat(file.decodedPixels(4)).isEqualTo(49_000_000);
	}

	@Test
	void aWebpIsThinnedOutAsItIsDecoded() {
		BufferedImage thinned = PictureFile.of(webpCorner()).read(4);
		assertThat(thinned.getWidth()).isEqualTo(WIDTH / 4);
		assertThat(thinned.getHeight()).isEqualTo(HEIGHT / 4);
		assertThat(new Color(thinned.getRGB(0, 0)).getRed()).isGreaterThan(200);
	}

	@Test
	void ofAnAnimatedWebpTheFirstFrameIsRead() throws IOException {
		List<Picture> frames = List.of(TestPictures.smooth(WIDTH, HEIGHT, 3, 0),
				TestPictures.smooth(WIDTH, HEIGHT, 3, 0.5));
		PictureFile file = PictureFile
			.of(AnimationFormat.WEBP.encode(frames, Duration.ofMillis(80), true, Metadata.NONE));
		assertThat(file.width()).isEqualTo(WIDTH);
		TestPictures.assertSame(file.read(), frames.getFirst());
	}

	@ParameterizedTest
	@CsvSource({ "1, 64, 60", "2, 32, 30", "3, 22, 20", "7, 10, -1" })
	void theFirstFrameOfAGifStandsOnItsCanvas(int every, int side, int place) {
		// 64x64, of which the first frame is one red pixel at (60, 60).
		byte[] gif = HexFormat.of()
			.parseHex("474946383961" + "4000" + "4000" + "80" + "0000" + "ff0000" + "000000" + "2c3c003c000100010000"
					+ "02024401003b");
		BufferedImage canvas = PictureFile.of(gif).read(every);
		assertThat(canvas.getWidth()).isEqualTo(side);
		assertThat(canvas.getHeight()).isEqualTo(side);
		for (int i = 0; i < side; i++) {
			assertThat(canvas.getRGB(i, i)).isEqualTo((i == place) ? 0xFFFF0000 : 0);
		}
	}

	@Test
	void aJpegOfManyScansIsRefused() throws IOException {
		byte[] jpeg = progressive();
		assertThat(PictureFile.of(jpeg).read().getWidth()).isEqualTo(WIDTH);
		int scan = lastScan(jpeg);
		ByteBuffer many = ByteBuffer.allocate(jpeg.length + 64 * (jpeg.length - 2 - scan));
		many.put(jpeg, 0, jpeg.length - 2);
		for (int i = 0; i < 64; i++) {
			many.put(jpeg, scan, jpeg.length - 2 - scan);
		}
		many.put(jpeg, jpeg.length - 2, 2);
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> PictureFile.of(many.array()))
			.withMessage("the file is a JPEG of more than 64 scans");
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "wbmp" })
	void otherFormatsOfThePlatformAreRefused(String format) throws IOException {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
		byte[] file = file(image, format);
		assertThat(file).isNotEmpty();
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> PictureFile.of(file))
			.withMessage("the file is none of PNG, JPEG, WebP, GIF and BMP");
	}

	@Test
	void whatIsNoPictureIsRefused() {
		assertThatExceptionOfType(UnreadablePictureException.class)
			.isThrownBy(() -> PictureFile.of("no picture".getBytes()))
			.withMessage("the file is none of PNG, JPEG, WebP, GIF and BMP");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp", "webp" })
	void brokenFilesAreRefusedWhereverTheyBreak(String format) throws IOException {
		byte[] sound = format.equals("webp") ? webpCorner() : corner(format);
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
		return file(image, format);
	}

	private static byte[] webpCorner() {
		byte[] samples = new byte[3 * WIDTH * HEIGHT];
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			samples[3 * i + ((i % WIDTH < 8 && i / WIDTH < 8) ? 0 : 2)] = (byte) 255;
		}
		return StillFormat.WEBP.encode(new Picture(WIDTH, HEIGHT, 3, samples), Metadata.NONE);
	}

	private static byte[] file(BufferedImage image, String format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, format, out);
		return out.toByteArray();
	}

	private static byte[] progressive() throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam progressive = writer.getDefaultWriteParam();
		progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
		IIOImage image = new IIOImage(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), null, null);
		return ImageIoBridge.write(writer, () -> writer.write(null, image, progressive));
	}

	private static int lastScan(byte[] jpeg) {
		int i = jpeg.length - 2;
		while ((jpeg[i] & 0xff) != 0xff || (jpeg[i + 1] & 0xff) != 0xda) {
			i--;
		}
		return i;
	}

}
