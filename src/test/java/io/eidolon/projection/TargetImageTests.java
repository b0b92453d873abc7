package io.eidolon.projection;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.TestRequests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetImageTests {

	private static final ImageShape SHAPE = new ImageShape(8, 8, 3, ValueRange.TANH);

	@Test
	void aFewBytesThatTakeMoreMemoryThanThereIsAreRefusedByTheirHeader() {
		// A lossless WebP of 7000 x 7000 pixels, all of which are in memory at once.
		ByteBuffer webp = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN);
		webp.put("RIFF".getBytes()).putInt(30).put("WEBPVP8L".getBytes()).putInt(18);
		webp.put((byte) 0x2f).putInt(6999 | 6999 << 14);
		try (TestRequests requests = new TestRequests(16_000_000)) {
			assertThatExceptionOfType(InvalidParameterException.class)
				.isThrownBy(() -> TargetImage.read(webp.array(), null, SHAPE, 50_000_000,
						requests.open(Duration.ofSeconds(30))))
				.withMessage("picture (7000 x 7000 pixels) must be a smaller one: it takes "
						+ "232750000 bytes to decode it, of at most 128000000");
		}
	}

}
