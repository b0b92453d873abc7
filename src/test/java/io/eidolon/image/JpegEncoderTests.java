package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Holds both ways to a JPEG to the same promises. */
class JpegEncoderTests {

	private static final Optional<TurboJpeg> TURBO = TurboJpeg.find();

	static Stream<Named<Function<Picture, byte[]>>> encoders() {
		return Stream.of(Named.of("ImageIO", (picture) -> ImageIoJpeg.encode(picture, JpegEncoder.QUALITY)),
				Named.of("TurboJPEG", JpegEncoderTests::turbo));
	}

	private static byte[] turbo(Picture picture) {
		assumeThat(TURBO).as("the library of TurboJPEG is installed").isPresent();
		return TURBO.orElseThrow().encode(picture, JpegEncoder.QUALITY);
	}

	@ParameterizedTest
	@MethodSource("encoders")
	void picturesOfAnyShapeAreClose(Function<Picture, byte[]> encoder) throws IOException {
		for (int channels : new int[] { 1, 3 }) {
			for (int[] sides : new int[][] { { 61, 43 }, { 64, 64 }, { 200, 17 } }) {
				Picture picture = TestPictures.smooth(sides[0], sides[1], channels, 0.2);
				BufferedImage decoded = TestPictures.decode(encoder.apply(picture));
				assertThat(decoded.getRaster().getNumBands()).isEqualTo(channels);
				assertThat(TestPictures.error(decoded, picture)).isLessThan(2.5);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("encoders")
	void aSinglePixelIsAPicture(Function<Picture, byte[]> encoder) throws IOException {
		Picture pixel = new Picture(1, 1, 3, new byte[] { 10, 100, (byte) 200 });
		assertThat(TestPictures.largestDifference(TestPictures.decode(encoder.apply(pixel)), pixel)).isLessThan(5);
	}

	@ParameterizedTest
	@MethodSource("encoders")
	void singlePixelsKeepTheirColours(Function<Picture, byte[]> encoder) throws IOException {
		byte[] redAndBlue = new byte[32 * 32 * 3];
		for (int i = 0; i < 32 * 32; i++) {
			redAndBlue[3 * i + 2 * (i % 2)] = (byte) 255;
		}
		Picture stripes = new Picture(32, 32, 3, redAndBlue);
		assertThat(TestPictures.error(TestPictures.decode(encoder.apply(stripes)), stripes)).isLessThan(10);
	}

	@ParameterizedTest
	@MethodSource("encoders")
	void noiseThatHardlyCompressesIsEncoded(Function<Picture, byte[]> encoder) throws IOException {
		Picture noise = TestPictures.noise(300, 200, 3, 1);
		assertThat(TestPictures.decode(encoder.apply(noise)).getWidth()).isEqualTo(300);
	}

}
