package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that no bytes stop a reader: it reads a picture or refuses them in one line. More
 * of them with {@code -Deidolon.fuzz.pictures=2000}, others with
 * {@code -Deidolon.fuzz.seed=1}.
 */
class BrokenPictureTests {

	private static final int PICTURES = Integer.getInteger("eidolon.fuzz.pictures", 300);

	private static final int SEED = Integer.getInteger("eidolon.fuzz.seed", 0);

	private static final long MOST_PIXELS = 1 << 22;

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "progressive", "gif", "bmp", "webp" })
	void aFileThatIsCutOffIsRefused(String format) throws IOException {
		byte[] whole = format.equals("webp") ? TestFiles.corner(format)
				: TestFiles.encoded(new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB), format);
		int last = format.equals("gif") ? whole.length - 2 : whole.length - 1;
		for (int length = 0; length <= last; length++) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThatExceptionOfType(UnreadablePictureException.class).as("%d of %d bytes", length, whole.length)
				.isThrownBy(() -> TestFiles.read(cut));
		}
	}

	@Test
	void aChunkOfAPngThatIsLongerThanMemoryIsRefused() throws IOException {
		byte[] png = TestFiles.corner("png");
		byte[] file = ByteBuffer.allocate(png.length + 12)
			.put(png, 0, 33)
			.putInt(Integer.MAX_VALUE)
			.put("eXIf".getBytes())
			.put(png, 33, png.length - 33)
			.array();
		assertThatExceptionOfType(UnreadablePictureException.class).isThrownBy(() -> TestFiles.read(file))
			.withMessage("the file is cut off");
	}

	@Test
	@Timeout(3600)
	void damagedFilesAreReadOrRefusedInOneLine() throws IOException {
		List<byte[]> sound = sound();
		int read = 0;
		for (int i = 0; i < PICTURES; i++) {
			Random random = new Random(SEED * 1_000_003L + i);
			byte[] damaged = damage(sound.get(i % sound.size()), random);
			long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
			try {
				PictureFile file = PictureFile.of(damaged, MOST_PIXELS);
				assertThat(file.decode(PictureDecoder.overWhite(32, 32, 3), () -> System.nanoTime() > deadline))
					.isNotNull();
				read++;
			}
			catch (UnreadablePictureException ex) {
				assertThat(ex.getMessage()).hasLineCount(1).startsWith("the ");
			}
		}
		assertThat(read).isPositive().isLessThan(PICTURES);
	}

	private static List<byte[]> sound() throws IOException {
		List<byte[]> files = new ArrayList<>();
		for (int type : new int[] { BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY,
				BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY }) {
			BufferedImage image = new BufferedImage(40, 24, type);
			image.createGraphics().drawLine(0, 0, 39, 23);
			for (String format : List.of("png", "jpg", "progressive", "gif", "bmp")) {
				files.add(TestFiles.encoded(image, format));
			}
		}
		BufferedImage clear = new BufferedImage(40, 24, BufferedImage.TYPE_INT_ARGB);
		files.add(TestFiles.encoded(clear, "png"));
		files.add(TestFiles.encoded(new BufferedImage(40, 24, BufferedImage.TYPE_USHORT_GRAY), "png"));
		List<Picture> frames = List.of(TestPictures.smooth(40, 24, 3, 0), TestPictures.smooth(40, 24, 3, 0.5));
		for (AnimationFormat format : AnimationFormat.values()) {
			files.add(format.encode(frames, Duration.ofMillis(80), true, Metadata.NONE));
		}
		files.add(TestFiles.corner("webp"));
		files.add(ExifFiles.webp(TestFiles.corner("webp"), 6));
		files.add(ExifFiles.jpeg(TestFiles.corner("jpg"), 6));
		files.add(ExifFiles.png(TestFiles.corner("png"), 6));
		for (String format : IccFiles.FORMATS) {
			files.add(IccFiles.file(format, IccFiles.wide()));
		}
		return files;
	}

	private static byte[] damage(byte[] sound, Random random) {
		byte[] damaged = sound.clone();
		int[] extremes = { 0, 255, 127, 128, 1 };
		for (int n = 1 << random.nextInt(5); n > 0; n--) {
			int at = random.nextInt(random.nextBoolean() ? Math.min(80, damaged.length) : damaged.length);
			damaged[at] = (byte) (random.nextBoolean() ? extremes[random.nextInt(extremes.length)]
					: random.nextInt(256));
		}
		return switch (random.nextInt(8)) {
			case 0 -> Arrays.copyOf(damaged, random.nextInt(damaged.length));
			case 1 -> repeated(damaged, random);
			default -> damaged;
		};
	}

	/** Puts a piece of a file into it many times. */
	private static byte[] repeated(byte[] file, Random random) {
		int at = random.nextInt(file.length);
		int length = Math.min(500, file.length - at);
		ByteBuffer longer = ByteBuffer.allocate(file.length + 20 * length).put(file, 0, at);
		for (int i = 0; i < 20; i++) {
			longer.put(file, at, length);
		}
		return longer.put(file, at, file.length - at).array();
	}

}
