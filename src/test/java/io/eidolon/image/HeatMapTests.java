package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeatMapTests {

	@Test
	void itIsRedWhereTheMapIsHighAndTransparentElsewhere() throws IOException {
		BufferedImage map = ImageIO.read(new ByteArrayInputStream(HeatMap.png(8, 8, 2, new float[] { 0, 2, 0, 0 })));
		assertThat(map.getWidth()).isEqualTo(8);
		assertThat(Integer.toHexString(map.getRGB(7, 0))).isEqualTo("ffff0000");
		assertThat(map.getRGB(0, 0) >>> 24).isZero();
		assertThat(map.getRGB(0, 7) >>> 24).isZero();
		assertThat(map.getRGB(4, 0) >>> 24).isBetween(128, 255);
	}

	@Test
	void aroundTheSquareInTheCentreItIsTransparent() throws IOException {
		BufferedImage map = ImageIO.read(new ByteArrayInputStream(HeatMap.png(10, 4, 1, new float[] { 1 })));
		assertThat(map.getWidth()).isEqualTo(10);
		assertThat(map.getHeight()).isEqualTo(4);
		assertThat(map.getRGB(2, 0) >>> 24).isZero();
		assertThat(map.getRGB(3, 0) >>> 24).isEqualTo(255);
		assertThat(map.getRGB(6, 3) >>> 24).isEqualTo(255);
		assertThat(map.getRGB(7, 3) >>> 24).isZero();
	}

}
