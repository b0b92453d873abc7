package io.eidolon.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

import io.eidolon.EidolonApplication;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The whole way through: pictures, training, export, service, pictures. */
@Tag("libtorch")
class TrainAndServeTests {

	private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

	private static final int STEPS = 30;

	private static final int SEED = 17;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void whatIsTrainedIsServed() throws Exception {
		int exitCode = TrainingApplication.run("--eidolon.training.data=" + FIXTURES.resolve("peeps-64.zip"),
				"--eidolon.training.name=tiny-peeps", "--eidolon.training.steps=" + STEPS,
				"--eidolon.training.image-size=32", "--eidolon.training.nf=8", "--eidolon.training.batch=8",
				"--eidolon.training.conditional=true", "--eidolon.training.label-column=clothing",
				"--eidolon.training.objective=minimax", "--eidolon.training.runs=" + this.folder.resolve("runs"),
				"--eidolon.training.output=" + this.folder.resolve("models"));
		assertThat(exitCode).isZero();
		Path model = this.folder.resolve("models/tiny-peeps");
		ModelCard card = ModelCards.read(model);
		assertThat(card.classes()).contains("teal").hasSize(7);
		assertThat(card.training()).isNotNull().satisfies((training) -> {
			assertThat(training.steps()).isEqualTo(STEPS);
			assertThat(training.imagesSeen()).isEqualTo(8 * STEPS);
			assertThat(training.objective()).isEqualTo("minimax");
			assertThat(training.discriminatorLoss()).isFinite();
		});
		assertThat(this.folder.resolve("runs/tiny-peeps/metrics.csv")).exists();

		try (ConfigurableApplicationContext server = SpringApplication.run(EidolonApplication.class, "--server.port=0",
				"--management.server.port=0", "--eidolon.models.path=" + this.folder.resolve("models"))) {
			BufferedImage served = generate(server, """
					{"model": "tiny-peeps", "seed": %d, "label": "teal"}""".formatted(SEED));
			float[] expected = drawDirectly(model, card.classes().indexOf("teal"));
			assertThat(served.getWidth()).isEqualTo(32);
			assertThat(served.getHeight()).isEqualTo(32);
			for (int y = 0; y < 32; y++) {
				for (int x = 0; x < 32; x++) {
					for (int channel = 0; channel < 3; channel++) {
						double level = (expected[(channel * 32 + y) * 32 + x] + 1) * 127.5;
						assertThat((double) served.getRaster().getSample(x, y, channel)).isCloseTo(level, within(1.0));
					}
				}
			}
			assertThat(distinctColours(served)).isGreaterThan(50);
		}
	}

	private static BufferedImage generate(ConfigurableApplicationContext server, String body) throws Exception {
		URI uri = URI
			.create("http://localhost:" + server.getEnvironment().getProperty("local.server.port") + "/generate");
		try (HttpClient client = HttpClient.newHttpClient()) {
			var response = client.send(HttpRequest.newBuilder(uri)
				.header("Content-Type", "application/json")
				.header("Accept", "image/png")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).isEqualTo(200);
			return ImageIO.read(new ByteArrayInputStream(response.body()));
		}
	}

	private static float[] drawDirectly(Path model, int label) {
		try (GeneratorSession session = GeneratorSession.open(model.resolve(ModelFiles.GRAPH))) {
			return session.run(Latents.sample(new Seed(SEED), 100), new long[] { label }, 1);
		}
	}

	private static long distinctColours(BufferedImage image) {
		return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
			.distinct()
			.count();
	}

}
