package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("foreign")
class ColourProfileTests {

	/** From CIE XYZ (D50) to linear sRGB (Lindbloom, "RGB/XYZ matrices", Bradford). */
	private static final double[][] TO_SRGB = { { 3.1338561, -1.6168667, -0.4906146 },
			{ -0.9787684, 1.9161415, 0.0334540 }, { 0.0719453, -0.2289914, 1.4052427 } };

	private static final double[][] FROM_WIDE = { { .60974, .20528, .14919 }, { .31111, .62567, .06322 },
			{ .01947, .06087, .74457 } };

	private static final List<String> FORMATS = IccFiles.FORMATS;

	@ParameterizedTest
	@FieldSource("FORMATS")
	void theProfileOfAFileIsFollowedInEachFormat(String format) throws IOException {
		int[] found = TestFiles.pixel(TestFiles.read(IccFiles.file(format, IccFiles.wide())), 0, 0);
		int[] expected = srgb(160, 40, 64);
		for (int i = 0; i < 3; i++) {
			assertThat(found[i]).as("level %d of %s", i, format)
				.isCloseTo(expected[i], within(format.equals("jpg") ? 4 : 2));
		}
	}

	@Test
	void theProfileOfGreyLevelsIsFollowed() throws IOException {
		byte[] png = TestFiles.encoded(grey(55), "png");
		// A linear level of 55 / 255 is 128 with the curve of sRGB.
		assertThat(TestFiles.pixel(TestFiles.read(IccFiles.png(png, IccFiles.linearGrey())), 3, 3)[1]).isCloseTo(128,
				within(2));
		byte[] jpeg = TestFiles.encoded(grey(55), "jpg");
		assertThat(TestFiles.pixel(TestFiles.read(IccFiles.jpeg(jpeg, IccFiles.linearGrey())), 3, 3)[1]).isCloseTo(128,
				within(3));
	}

	@Test
	void theProfileOfInksIsFollowed() {
		ColourProfile inks = ColourProfile.of(IccFiles.greyInks()).orElseThrow();
		assertThat(inks.colours()).isEqualTo(4);
		byte[] rgb = inks.rgb(new byte[] { 0, 0, 0, 0, (byte) 200, 100, 50, 7 }, 2);
		// L* = 50 is a level of 119 in sRGB.
		for (byte level : rgb) {
			assertThat(level & 0xff).isCloseTo(119, within(3));
		}
	}

	@Test
	void aProfileThatIsNoneIsPassedOver() throws IOException {
		assertThat(ColourProfile.of(new byte[0])).isEmpty();
		assertThat(ColourProfile.of(new byte[500])).isEmpty();
		byte[] broken = IccFiles.wide();
		broken[200] ^= 0x55;
		byte[] png = IccFiles.file("png", broken);
		assertThat(TestFiles.read(png).width()).isEqualTo(16);
	}

	@Test
	void aProfileOfOtherColoursThanThePictureIsPassedOver() throws IOException {
		assertThat(TestFiles.pixel(TestFiles.read(IccFiles.file("png", IccFiles.linearGrey())), 0, 0))
			.containsExactly(160, 40, 64);
	}

	private static BufferedImage grey(int level) {
		BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 64; i++) {
			grey.getRaster().setSample(i % 8, i / 8, 0, level);
		}
		return grey;
	}

	private static int[] srgb(int... wide) {
		double[] linear = new double[3];
		for (int i = 0; i < 3; i++) {
			linear[i] = Math.pow(wide[i] / 255.0, 563 / 256.0);
		}
		double[] srgb = times(TO_SRGB, times(FROM_WIDE, linear));
		int[] levels = new int[3];
		for (int i = 0; i < 3; i++) {
			double value = Math.clamp(srgb[i], 0, 1);
			double curved = (value <= 0.0031308) ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
			levels[i] = (int) Math.round(255 * curved);
		}
		return levels;
	}

	private static double[] times(double[][] matrix, double[] vector) {
		double[] product = new double[3];
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				product[i] += matrix[i][j] * vector[j];
			}
		}
		return product;
	}

}
