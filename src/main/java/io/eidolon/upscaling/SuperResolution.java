package io.eidolon.upscaling;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import io.eidolon.inference.onnx.Tensor;
import io.eidolon.inference.onnx.TensorSession;

/**
 * The generator of a super-resolution GAN (Wang et al. 2018, "ESRGAN", in a slim form),
 * which enlarges pictures {@value #FACTOR} times. Safe from several threads.
 */
final class SuperResolution implements AutoCloseable {

	/** How many times as wide and high the network makes a picture. */
	static final int FACTOR = 4;

	/** The channels that it takes and gives. */
	static final int COLOURS = 3;

	private static final String NETWORK = "esrgan-slim-x4.onnx";

	private final TensorSession session;

	private SuperResolution(TensorSession session) {
		this.session = session;
	}

	/** Opens the network that comes with the application. */
	static SuperResolution open() {
		try (InputStream network = SuperResolution.class.getResourceAsStream(NETWORK)) {
			if (network == null) {
				throw new FileNotFoundException(NETWORK + " is not on the class path");
			}
			return new SuperResolution(TensorSession.open(NETWORK, network.readAllBytes()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Enlarges tiles of the same width and height in one run. */
	void enlarge(List<TileTask> tasks) {
		Tile first = tasks.getFirst().tile();
		int size = COLOURS * first.pixels();
		// (tasks, COLOURS, height, width)
		float[] values = new float[tasks.size() * size];
		for (int i = 0; i < tasks.size(); i++) {
			tasks.get(i).read(values, i * size);
		}
		Tensor.Floats input = new Tensor.Floats(values, tasks.size(), COLOURS, first.height(), first.width());
		float[] enlarged = this.session.run(Map.of("image", input), "upscaled").values();
		for (int i = 0; i < tasks.size(); i++) {
			tasks.get(i).write(enlarged, i * FACTOR * FACTOR * size);
		}
	}

	@Override
	public void close() {
		this.session.close();
	}

}
