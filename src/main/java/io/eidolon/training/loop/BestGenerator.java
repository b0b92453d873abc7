package io.eidolon.training.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.NewTensor;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

/**
 * The file of the averaged generator that was closest to held-out pictures so far. It is
 * written beside its place and renamed, as a {@link Checkpoint} is.
 */
final class BestGenerator {

	/** The name of the file in the folder of a run. */
	static final String FILE = "best.pt";

	private final Path file;

	BestGenerator(Path folder) {
		this.file = folder.resolve(FILE);
	}

	/** Whether a generator is kept. */
	boolean exists() {
		return Files.exists(this.file);
	}

	/** Forgets what an earlier run of the same name kept. */
	void forget() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Keeps a generator, if it is closer than all before.
	 * @return whether it is
	 */
	boolean offer(Weights generator, long step, double distance) {
		if (exists() && kept().distance() <= distance) {
			return false;
		}
		try (PointerScope _ = new PointerScope()) {
			OutputArchive archive = new OutputArchive();
			generator.save(archive);
			archive.write(CheckpointParts.MEASURED, NewTensor.of(new double[] { step, distance }));
			ArchiveFile.write(archive, this.file);
			return true;
		}
	}

	/** What is known of the generator that is kept. */
	Kept kept() {
		try (PointerScope _ = new PointerScope()) {
			return kept(archive(ComputeDevice.CPU));
		}
	}

	/** Puts the kept weights in place of others. */
	Kept restore(Weights generator) {
		try (PointerScope _ = new PointerScope()) {
			InputArchive archive = archive(generator.device());
			generator.load(archive);
			return kept(archive);
		}
	}

	private InputArchive archive(ComputeDevice device) {
		InputArchive archive = new InputArchive();
		archive.load_from(this.file.toString(), device.toOptional());
		return archive;
	}

	private static Kept kept(InputArchive archive) {
		Tensor measured = new Tensor();
		archive.read(CheckpointParts.MEASURED, measured);
		DoubleBuffer values = measured.cpu().createBuffer();
		return new Kept((long) values.get(0), values.get(1));
	}

	/**
	 * What is known of the generator that is kept.
	 *
	 * @param step the step that it is of
	 * @param distance its distance to held-out pictures
	 */
	record Kept(long step, double distance) {

	}

}
