package io.eidolon.image;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that any bytes are a picture, or refused in one line. Without {@code JAZZER_FUZZ=1}
 * the seeds and what was found before are read; with it others are sought.
 */
class PictureBytesTests {

	@MethodSource("seeds")
	@FuzzTest(maxDuration = "1h")
	void anyBytesAreAPictureOrRefused(byte[] bytes) {
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		try {
			PictureFile file = PictureFile.of(bytes, 1 << 20);
			file.decode(PictureDecoder.overWhite(32, 32, 3), () -> System.nanoTime() > deadline);
		}
		catch (UnreadablePictureException ex) {
			assertThat(ex.getMessage()).hasLineCount(1).startsWith("the ");
		}
	}

	static Stream<byte[]> seeds() throws IOException {
		List<Picture> frames = List.of(TestPictures.smooth(40, 24, 3, 0), TestPictures.smooth(40, 24, 3, 0.5));
		Stream<byte[]> animations = Stream.of(AnimationFormat.values())
			.map((format) -> format.encode(frames, Duration.ofMillis(80), true, Metadata.NONE));
		return Stream.concat(animations,
				Stream.of(TestFiles.corner("png"), TestFiles.corner("jpg"), TestFiles.corner("bmp"),
						TestFiles.corner("webp"), ExifFiles.webp(TestFiles.corner("webp"), 6),
						ExifFiles.jpeg(TestFiles.corner("jpg"), 6), ExifFiles.png(TestFiles.corner("png"), 6),
						IccFiles.file("png", IccFiles.wide()), IccFiles.file("jpg", IccFiles.wide())));
	}

}
