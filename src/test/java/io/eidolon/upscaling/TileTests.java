package io.eidolon.upscaling;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.eidolon.inference.onnx.Tensor;
import io.eidolon.inference.onnx.TensorSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TileTests {

	@Test
	void aSmallPictureIsOneTile() {
		assertThat(Tile.of(64, 128, 128)).containsExactly(new Tile(0, 0, 128, 64, 0, 0, 128, 64));
	}

	@ParameterizedTest
	@CsvSource({ "129, 128", "300, 157", "1, 1000", "512, 512" })
	void tilesFillAPictureOnceAndHaveTheirMargins(int width, int height) {
		List<Tile> tiles = Tile.of(width, height, 128);
		int[] times = new int[width * height];
		for (Tile tile : tiles) {
			for (int y = tile.innerTop(); y < tile.innerBottom(); y++) {
				for (int x = tile.innerLeft(); x < tile.innerRight(); x++) {
					times[y * width + x]++;
				}
			}
			assertThat(tile.top()).isEqualTo(Math.max(0, tile.innerTop() - 10));
			assertThat(tile.left()).isEqualTo(Math.max(0, tile.innerLeft() - 10));
			assertThat(tile.bottom()).isEqualTo(Math.min(height, tile.innerBottom() + 10));
			assertThat(tile.right()).isEqualTo(Math.min(width, tile.innerRight() + 10));
			assertThat(tile.width()).isLessThanOrEqualTo(148);
			assertThat(tile.height()).isLessThanOrEqualTo(148);
		}
		assertThat(times).containsOnly(1);
	}

	@Test
	void theMarginIsAsFarAsTheNetworkSees() throws IOException {
		int side = 32;
		int middle = side / 2;
		float[] values = new float[3 * side * side];
		float[] before = upscaled(values, side);
		values[middle * side + middle] = 1;
		float[] after = upscaled(values, side);
		int row = 4 * side;
		int[] rows = IntStream.range(0, before.length)
			.filter((i) -> before[i] != after[i])
			.map((i) -> i / row % row / 4)
			.toArray();
		assertThat(middle - IntStream.of(rows).min().orElseThrow()).isEqualTo(Tile.MARGIN);
		assertThat(IntStream.of(rows).max().orElseThrow() - middle).isEqualTo(Tile.MARGIN);
	}

	@Test
	void noTileIsASliver() {
		assertThat(Tile.of(129, 10, 128)).extracting((tile) -> tile.innerRight() - tile.innerLeft())
			.containsExactly(64, 65);
	}

	private static float[] upscaled(float[] values, int side) throws IOException {
		try (InputStream file = Objects.requireNonNull(Tile.class.getResourceAsStream("esrgan-slim-x4.onnx"));
				TensorSession network = TensorSession.open("test", file.readAllBytes())) {
			return network.run(Map.of("image", new Tensor.Floats(values, 1, 3, side, side)), "upscaled").values();
		}
	}

}
