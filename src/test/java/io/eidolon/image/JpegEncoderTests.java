package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Holds both ways to a JPEG to the same promises. */
class JpegEncoderTests {

	private static final Optional<TurboJpeg> TURBO = TurboJpeg.find();

	static Stream<Named<Function<Picture, byte[]>>> encoders() {
		return Stream.of(Named.of("own", (picture) -> JpegEncoder.plain(picture, JpegEncoder.QUALITY)),
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

	@ParameterizedTest
	@ValueSource(ints = { 0, 30, 50, 75, 90, 100 })
	void picturesOfAllSidesAreAsCloseAsThoseOfImageIo(int quality) throws IOException {
		for (int channels : new int[] { 1, 3 }) {
			double sum = 0;
			double sumOfImageIo = 0;
			for (int side = 1; side <= 70; side++) {
				Picture picture = TestPictures.smooth(side, 71 - side, channels, 0.2);
				byte[] reference = ImageIoJpeg.encode(picture, quality);
				byte[] file = JpegEncoder.plain(picture, quality);
				double error = TestPictures.error(TestPictures.decode(file), picture);
				double errorOfImageIo = TestPictures.error(TestPictures.decode(reference), picture);
				assertThat(error).as("%s wide", side).isLessThan(1.1 * errorOfImageIo + 0.2);
				assertThat(file.length).as("%s wide", side).isLessThan(reference.length + reference.length / 50);
				sum += error;
				sumOfImageIo += errorOfImageIo;
			}
			assertThat(sum).isLessThan(1.01 * sumOfImageIo);
		}
	}

	@Property(tries = 300, seed = "1")
	void atTheBestQualityHardlyAnythingIsLost(@ForAll @IntRange(min = 1, max = 40) int width,
			@ForAll @IntRange(min = 1, max = 40) int height, @ForAll boolean grey, @ForAll long seed)
			throws IOException {
		Picture noise = TestPictures.noise(width, height, grey ? 1 : 3, seed);
		assertThat(TestPictures.error(TestPictures.decode(JpegEncoder.plain(noise, 100)), noise)).isLessThan(1.2);
	}

	@Property(tries = 100, seed = "2")
	void blackAndWhitePixelsInAnyOrderAreEncoded(@ForAll long seed, @ForAll @IntRange(max = 100) int quality)
			throws IOException {
		Picture extremes = TestPictures.noise(17, 19, 3, seed);
		for (int i = 0; i < extremes.samples().length; i++) {
			extremes.samples()[i] >>= 7;
		}
		byte[] file = JpegEncoder.plain(extremes, quality);
		assertThat(TestPictures.error(TestPictures.decode(file), extremes))
			.isLessThan(TestPictures.error(TestPictures.decode(ImageIoJpeg.encode(extremes, quality)), extremes) + 1);
	}

	@Test
	void aFileIsOneBaselineScanOfJfif() {
		byte[] file = JpegEncoder.plain(TestPictures.noise(300, 20, 3, 1), 90);
		assertThat(HexFormat.of().formatHex(file)).startsWith("ffd8ffe000104a46494600010100000100010000")
			.contains("ffc0001108" + "0014" + "012c" + "03" + "011100" + "021101" + "031101") // height,
																								// width
			.contains("ffda000c03" + "0100" + "0211" + "0311" + "003f00")
			.endsWith("ffd9");
		assertThat(JpegSegments.of(file).isHeldWhole()).isFalse();
	}

}
