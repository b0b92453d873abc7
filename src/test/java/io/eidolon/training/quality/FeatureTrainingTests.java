package io.eidolon.training.quality;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class FeatureTrainingTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void theGraphComputesWhatTheNetworkDoes() {
		try (PointerScope _ = new PointerScope()) {
			torch.manual_seed(3);
			FeatureNetwork network = new FeatureNetwork(4);
			Tensor x = torch.rand(5, FeatureNetwork.CHANNELS, FeatureNetwork.SIZE, FeatureNetwork.SIZE);
			// So that the running statistics are not those of the start
			network.forward(x, true);
			float[] expected = Weights.values(network.forward(x, false));
			try (FeatureExtractor graph = FeatureExtractor.open("The graph", network.toOnnx())) {
				assertThat(graph.outputs()).containsExactly(FeatureNetwork.FEATURES_OUTPUT,
						FeatureNetwork.LOGITS_OUTPUT);
				assertThat(graph.run(Weights.values(x), 5, FeatureNetwork.CHANNELS, FeatureNetwork.SIZE,
						FeatureNetwork.LOGITS_OUTPUT))
					.containsExactly(expected, within(0.02f));
			}
		}
	}

	@Test
	void learnsToTellColoursApart() throws IOException {
		for (int i = 0; i < 20; i++) {
			picture("warm/%d.png".formatted(i), 0xA02020 + 0x010000 * i);
			picture("cold/%d.png".formatted(i), 0x2020A0 + 0x01 * i);
		}
		try (PictureSet pictures = PictureSet.open(PictureSettings.squares(this.folder, FeatureTraining.SIZE,
				FeatureTraining.CHANNELS, DataSize.ofMegabytes(1)))) {
			byte[] graph = new FeatureTraining(15, 1).train(pictures, StopRequest.NEVER);
			assertThat(ClassAccuracy.of(graph, pictures)).isEqualTo(1);
		}
	}

	@Test
	@Timeout(60)
	void stopsBetweenTwoStepsWhenItIsToldTo() throws IOException {
		picture("warm/1.png", 0xA02020);
		picture("cold/1.png", 0x2020A0);
		AtomicInteger steps = new AtomicInteger();
		try (PictureSet pictures = PictureSet.open(PictureSettings.squares(this.folder, FeatureTraining.SIZE,
				FeatureTraining.CHANNELS, DataSize.ofMegabytes(1)))) {
			assertThatExceptionOfType(StoppedException.class)
				.isThrownBy(() -> new FeatureTraining(1_000_000, 1).train(pictures, () -> steps.incrementAndGet() > 3));
		}
	}

	private void picture(String name, int rgb) throws IOException {
		BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 1024; i++) {
			image.setRGB(i % 32, i / 32, rgb);
		}
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		ImageIO.write(image, "png", file.toFile());
	}

}
