package io.eidolon.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.image.jpeg.JpegWriter;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to encode a picture of the shipped model peeps, 64x64 in colour. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EncoderBenchmark {

	static final int PICTURES = 64;

	private static final int SIDE = 64;

	private static final int QUALITY = 90;

	private final Picture[] pictures = new Picture[PICTURES];

	private final BufferedImage[] images = new BufferedImage[PICTURES];

	private int next;

	@Setup
	public void generate() throws IOException {
		byte[] graph = Files.readAllBytes(Path.of("models/peeps/generator.onnx"));
		int size = SIDE * SIDE * 3;
		try (GeneratorSession session = GraphForm.REWRITTEN.open(graph)) {
			byte[] samples = session.samples(new LatentBatch(GraphBenchmark.latents(PICTURES), null, PICTURES));
			for (int i = 0; i < PICTURES; i++) {
				this.pictures[i] = new Picture(SIDE, SIDE, 3, Arrays.copyOfRange(samples, i * size, (i + 1) * size));
				this.images[i] = image(this.pictures[i]);
			}
		}
	}

	private static BufferedImage image(Picture picture) {
		BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR);
		byte[] samples = picture.samples();
		for (int i = 0; i < SIDE * SIDE; i++) {
			image.setRGB(i % SIDE, i / SIDE,
					(samples[3 * i] & 0xff) << 16 | (samples[3 * i + 1] & 0xff) << 8 | (samples[3 * i + 2] & 0xff));
		}
		return image;
	}

	@Benchmark
	public byte[] png() {
		return encode(StillFormat.PNG);
	}

	@Benchmark
	public byte[] jpeg() {
		return encode(StillFormat.JPEG);
	}

	/** As it is written where there is no libturbojpeg. */
	@Benchmark
	public byte[] jpegWithoutLibrary() {
		Picture picture = this.pictures[this.next++ % PICTURES];
		return JpegWriter.encode(picture.width(), picture.height(), picture.channels(), picture.samples(), QUALITY);
	}

	@Benchmark
	public byte[] webp() {
		return encode(StillFormat.WEBP);
	}

	@Benchmark
	public byte[] pngOfImageIo() throws IOException {
		return imageIo("png");
	}

	@Benchmark
	public byte[] jpegOfImageIo() throws IOException {
		return imageIo("jpeg");
	}

	private byte[] encode(StillFormat format) {
		return format.encode(this.pictures[this.next++ % PICTURES], Metadata.NONE);
	}

	private byte[] imageIo(String format) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(this.images[this.next++ % PICTURES], format, file);
		return file.toByteArray();
	}

}
