package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.eidolon.image.TestFiles.HEIGHT;
import static io.eidolon.image.TestFiles.WIDTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("foreign")
class PictureFileTests {

	private static final long MANY = 50_000_000;

	private static final PictureDecoder SMALL = PictureDecoder.overWhite(64, 64, 3);

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif", "bmp", "webp" })
	void aFileTellsItsSizeBeforeItIsDecoded(String format) throws IOException {
		PictureFile file = PictureFile.of(TestFiles.corner(format), MANY);
		assertThat(file.width()).isEqualTo(WIDTH);
		assertThat(file.height()).isEqualTo(HEIGHT);
		assertThat(TestFiles.pixel(TestFiles.read(TestFiles.corner(format)), 2, 2)[0]).isGreaterThan(200);
	}

	@ParameterizedTest(name = "orientation {0}: the red corner is at {1}, {2}")
	@CsvSource({ "1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1", "9,0,0" })
	void aPictureStandsAsTheCameraWasHeld(int orientation, int right, int bottom) throws IOException {
		for (byte[] file : List.of(ExifFiles.jpeg(TestFiles.corner("jpg"), orientation),
				ExifFiles.png(TestFiles.corner("png"), orientation),
				ExifFiles.webp(TestFiles.corner("webp"), orientation))) {
			Picture picture = TestFiles.read(file);
			boolean turned = orientation >= 5 && orientation <= 8;
			assertThat(picture.width()).isEqualTo(turned ? HEIGHT : WIDTH);
			int x = (right == 1) ? picture.width() - 3 : 2;
			int y = (bottom == 1) ? picture.height() - 3 : 2;
			assertThat(TestFiles.pixel(picture, x, y)[0]).isGreaterThan(200);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void theSamePartIsTakenHoweverTheCameraWasHeld(int orientation) throws IOException {
		BufferedImage upright = new BufferedImage(31, 12, BufferedImage.TYPE_INT_RGB);
		BufferedImage stored = (orientation < 5) ? new BufferedImage(31, 12, BufferedImage.TYPE_INT_RGB)
				: new BufferedImage(12, 31, BufferedImage.TYPE_INT_RGB);
		Orientation held = Orientation.of(orientation);
		for (int i = 0; i < 31 * 12; i++) {
			int x = i % 31;
			int y = i / 31;
			upright.setRGB(x, y, i * 4_567);
			int column = held.transposed() ? y : x;
			int row = held.transposed() ? x : y;
			stored.setRGB(held.fromRight() ? stored.getWidth() - 1 - column : column,
					held.fromBottom() ? stored.getHeight() - 1 - row : row, i * 4_567);
		}
		PictureDecoder decoder = PictureDecoder.overWhite(5, 4, 3);
		Picture found = PictureFile.of(ExifFiles.png(TestFiles.encoded(stored, "png"), orientation), MANY)
			.decode(decoder);
		assertThat(found.samples()).isEqualTo(decoder.decode(upright).samples());
	}

	@Test
	void greyLevelsStayAsTheyAreWhenAPictureIsTurned() throws IOException {
		BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
		byte[] levels = new byte[WIDTH * HEIGHT];
		Arrays.fill(levels, (byte) 103);
		grey.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, levels);
		Picture turned = TestFiles.read(ExifFiles.png(TestFiles.encoded(grey, "png"), 6));
		assertThat(turned.width()).isEqualTo(HEIGHT);
		assertThat(TestFiles.pixel(turned, 3, 3)).containsExactly(103, 103, 103);
	}

	@Test
	void ofAHugePictureOnlySomePixelsAreInMemory() {
		assertThat(PictureFile.of(emptyPng(6000, 6000), MANY).memory(SMALL)).isEqualTo(12 * 2000 * 2000);
		assertThat(PictureFile.of(emptyPng(1000, 1000), MANY).memory(SMALL)).isEqualTo(12 * 1000 * 1000);
		// There are no more columns than the model's.
		assertThat(PictureFile.of(emptyPng(100, 240_000), MANY).memory(SMALL)).isEqualTo(12 * 100 * 240_000);
	}

	@Test
	void ofAProgressiveJpegAllCoefficientsAreInMemory() throws IOException {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		long plain = PictureFile.of(TestFiles.encoded(image, "jpg"), MANY).memory(SMALL);
		assertThat(PictureFile.of(TestFiles.encoded(image, "progressive"), MANY).memory(SMALL))
			.isEqualTo(plain + 8 * WIDTH * HEIGHT);
	}

	@Test
	void aWebpOfAFewBytesTellsHowLargeItWouldBe() {
		ByteBuffer webp = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
		webp.put("RIFF".getBytes()).putInt(30).put("WEBPVP8L".getBytes()).putInt(18);
		webp.put((byte) 0x2f).putInt(6999 | 6999 << 14);
		PictureFile file = PictureFile.of(webp.array(), MANY);
		assertThat(file.pixels()).isEqualTo(49_000_000);
		assertThat(file.memory(SMALL)).isGreaterThan(4 * file.pixels());
	}

	@Test
	void aPictureOfMorePixelsThanAllowedIsRefusedByItsHeader() {
		assertThatExceptionOfType(UnreadablePictureException.class)
			.isThrownBy(() -> PictureFile.of(emptyPng(2_000_000_000, 1_000), MANY))
			.withMessage("the picture has 2000000000 x 1000 pixels; at most 50000000 are read");
	}

	@Test
	void ofAnAnimatedWebpTheFirstFrameIsRead() throws IOException {
		List<Picture> frames = List.of(TestPictures.smooth(WIDTH, HEIGHT, 3, 0),
				TestPictures.smooth(WIDTH, HEIGHT, 3, 0.5));
		Picture read = TestFiles.read(AnimationFormat.WEBP.encode(frames, Duration.ofMillis(80), true, Metadata.NONE));
		assertThat(read.samples()).isEqualTo(frames.getFirst().samples());
	}

	@Test
	void theFirstFrameOfAGifStandsOnItsCanvas() {
		// 64x64, of which the first frame is one red pixel at (60, 60).
		byte[] gif = HexFormat.of()
			.parseHex("474946383961" + "4000" + "4000" + "80" + "0000" + "ff0000" + "000000" + "2c3c003c000100010000"
					+ "02024401003b");
		Picture canvas = TestFiles.read(gif);
		assertThat(canvas.width()).isEqualTo(64);
		for (int i = 0; i < 64; i++) {
			assertThat(TestFiles.pixel(canvas, i, i)).containsExactly(255, (i == 60) ? 0 : 255, (i == 60) ? 0 : 255);
		}
	}

	@Test
	void aJpegOfManyScansIsRefused() throws IOException {
		byte[] jpeg = TestFiles.encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "progressive");
		assertThat(TestFiles.read(jpeg).width()).isEqualTo(WIDTH);
		int scan = lastScan(jpeg);
		ByteBuffer many = ByteBuffer.allocate(jpeg.length + 64 * (jpeg.length - 2 - scan));
		many.put(jpeg, 0, jpeg.length - 2);
		for (int i = 0; i < 64; i++) {
			many.put(jpeg, scan, jpeg.length - 2 - scan);
		}
		many.put(jpeg, jpeg.length - 2, 2);
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> PictureFile.of(many.array(), MANY))
			.withMessageMatching("the file is a JPEG of \\d+ scans, too many for its size");
	}

	@Test
	void aLargeJpegMayHaveFewerScansThanASmallOne() throws IOException {
		byte[] jpeg = TestFiles.encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "progressive");
		assertThat(PictureFile.of(jpeg, WIDTH * HEIGHT).width()).isEqualTo(WIDTH);
		assertThatExceptionOfType(UnreadablePictureException.class)
			.isThrownBy(() -> PictureFile.of(jpeg, WIDTH * HEIGHT / 4));
	}

	@Test
	@Timeout(60)
	void aJpegWithAnyNumberOfSegmentsThatNobodyReadsIsReadAsWithoutThem() throws IOException {
		byte[] jpeg = TestFiles.corner("jpg");
		assertThat(TestFiles.read(withSegments(jpeg, 500_000, "\u00ff\u00e1\0\u0008Exif\0\0")).samples())
			.isEqualTo(TestFiles.read(jpeg).samples());
	}

	@Test
	void aJpegOfManyTablesIsRefused() throws IOException {
		byte[] many = withSegments(TestFiles.corner("jpg"), 2000, "\u00ff\u00dd\0\u0004\0\0");
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> TestFiles.read(many))
			.withMessage("the file is a JPEG of more than 1024 segments");
	}

	private static byte[] withSegments(byte[] jpeg, int count, String segment) {
		byte[] bytes = segment.getBytes(StandardCharsets.ISO_8859_1);
		ByteBuffer many = ByteBuffer.allocate(jpeg.length + count * bytes.length).put(jpeg, 0, 2);
		for (int i = 0; i < count; i++) {
			many.put(bytes);
		}
		return many.put(jpeg, 2, jpeg.length - 2).array();
	}

	@Test
	void whatFollowsTheEndOfAJpegCountsForNothing() throws IOException {
		byte[] jpeg = TestFiles.corner("jpg");
		byte[] withFilm = Arrays.copyOf(jpeg, jpeg.length + 100_000);
		for (int i = jpeg.length; i < withFilm.length; i += 4) {
			withFilm[i] = (byte) 0xff;
			withFilm[i + 1] = (byte) 0xda;
		}
		assertThat(TestFiles.read(withFilm).samples()).isEqualTo(TestFiles.read(jpeg).samples());
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "progressive", "gif", "bmp" })
	void nothingIsDecodedThatNobodyWaitsFor(String format) throws IOException {
		byte[] bytes = TestFiles.encoded(new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB), format);
		AtomicInteger asked = new AtomicInteger();
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> PictureFile.of(bytes, MANY).decode(SMALL, () -> asked.incrementAndGet() > 4));
		assertThat(asked.get()).isLessThan(10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tif", "wbmp" })
	void otherFormatsOfThePlatformAreRefused(String format) throws IOException {
		byte[] file = TestFiles.encoded(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY), format);
		assertThat(file).isNotEmpty();
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> PictureFile.of(file, MANY))
			.withMessage("the file is none of PNG, JPEG, WebP, GIF and BMP");
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 5 })
	void aBmpThatHoldsAnotherFormatIsRefused(int compression) throws IOException {
		byte[] bmp = TestFiles.corner("bmp");
		bmp[30] = (byte) compression;
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> PictureFile.of(bmp, MANY))
			.withMessage("the file is a BMP that holds a JPEG or a PNG; send that one");
	}

	/** A PNG without pixels. */
	private static byte[] emptyPng(int width, int height) {
		ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 2, 0, 0, 0 });
		return new PngFile(List.of(new PngFile.Chunk("IHDR", header.array()), new PngFile.Chunk("IDAT", new byte[0]),
				new PngFile.Chunk("IEND", new byte[0])))
			.bytes();
	}

	private static int lastScan(byte[] jpeg) {
		int i = jpeg.length - 2;
		while ((jpeg[i] & 0xff) != 0xff || (jpeg[i + 1] & 0xff) != 0xda) {
			i--;
		}
		return i;
	}

}
