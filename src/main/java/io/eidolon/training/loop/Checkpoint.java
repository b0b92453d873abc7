package io.eidolon.training.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.NewTensor;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

/**
 * The file that a run goes on from: all weights, both optimisers and the progress. It is
 * written beside its place and renamed, so that the one before stays whole until then.
 */
public final class Checkpoint {

	/** The name of the file in the folder of a run. */
	public static final String FILE = "checkpoint.pt";

	private final Path folder;

	private final Path file;

	private final KeptCheckpoints kept;

	/**
	 * Names the checkpoint of the run in a folder, the last one alone of which is kept.
	 */
	public Checkpoint(Path folder) {
		this(folder, 1);
	}

	/**
	 * Names the checkpoint of the run in a folder.
	 * @param keep how many of the last ones are kept
	 */
	public Checkpoint(Path folder, int keep) {
		this.folder = folder;
		this.kept = new KeptCheckpoints(folder, keep);
		this.file = folder.resolve(FILE);
	}

	/** Whether there is something to go on from. */
	public boolean exists() {
		return Files.exists(this.file);
	}

	/** The folder of the run. */
	Path folder() {
		return this.folder;
	}

	/** The file itself. */
	public Path file() {
		return this.file;
	}

	void write(Networks networks, Progress progress) {
		try (PointerScope _ = new PointerScope()) {
			OutputArchive archive = new OutputArchive();
			write(archive, CheckpointParts.GENERATOR, networks.generator().weights()::save);
			write(archive, CheckpointParts.AVERAGE, networks.average().weights()::save);
			write(archive, CheckpointParts.DISCRIMINATOR, networks.discriminator().weights()::save);
			networks.added().forEach((name, weights) -> write(archive, name, weights::save));
			write(archive, CheckpointParts.GENERATOR_OPTIMISER, networks.generatorOptimiser()::save);
			write(archive, CheckpointParts.DISCRIMINATOR_OPTIMISER, networks.discriminatorOptimiser()::save);
			archive.write(CheckpointParts.ARCHITECTURE,
					NewTensor.of(architecture(networks).getBytes(StandardCharsets.UTF_8)));
			archive.write(CheckpointParts.AUGMENTATION, NewTensor.of(networks.augmentation().state()));
			StepMeans last = progress.last();
			archive.write(CheckpointParts.PROGRESS,
					NewTensor.of(new double[] { progress.step(), progress.elapsed().toNanos(), last.discriminatorLoss(),
							last.generatorLoss(), last.real(), last.fake() }));
			ArchiveFile.write(archive, this.file);
		}
		this.kept.keep(this.file, progress.step());
	}

	/** Forgets those of an earlier run of the same name. */
	void forget() {
		this.kept.forget();
	}

	/**
	 * Reads the file of the first process into the networks of all.
	 * @throws TrainingException when it cannot be read, or is of other networks
	 */
	Progress read(Networks networks, Peers peers) {
		byte[] bytes = peers.fromFirst(peers.first() ? bytes() : new byte[0]);
		try (PointerScope _ = new PointerScope()) {
			InputArchive archive = new InputArchive();
			archive.load_from(new BytePointer(bytes), bytes.length,
					networks.generator().weights().device().toOptional());
			byte[] stored = new byte[Math.toIntExact(tensor(archive, CheckpointParts.ARCHITECTURE).numel())];
			tensor(archive, CheckpointParts.ARCHITECTURE).<ByteBuffer>createBuffer().get(stored);
			requireSame(new String(stored, StandardCharsets.UTF_8), architecture(networks));
			read(archive, CheckpointParts.GENERATOR, networks.generator().weights()::load);
			read(archive, CheckpointParts.AVERAGE, networks.average().weights()::load);
			read(archive, CheckpointParts.DISCRIMINATOR, networks.discriminator().weights()::load);
			networks.added().forEach((name, weights) -> readAdded(archive, name, weights::load));
			read(archive, CheckpointParts.GENERATOR_OPTIMISER, networks.generatorOptimiser()::load);
			read(archive, CheckpointParts.DISCRIMINATOR_OPTIMISER, networks.discriminatorOptimiser()::load);
			Tensor augmentation = new Tensor();
			// Those of older versions have none
			if (archive.try_read(CheckpointParts.AUGMENTATION, augmentation)) {
				DoubleBuffer state = augmentation.cpu().createBuffer();
				networks.augmentation().restore(state.get(0), state.get(1), (int) state.get(2));
			}
			DoubleBuffer progress = tensor(archive, CheckpointParts.PROGRESS).createBuffer();
			return new Progress((long) progress.get(0), Duration.ofNanos((long) progress.get(1)),
					new StepMeans(progress.get(2), progress.get(3), progress.get(4), progress.get(5)));
		}
		catch (TrainingException ex) {
			throw ex;
		}
		// libtorch's errors arrive as unchecked exceptions whose text runs over many
		// lines
		catch (RuntimeException ex) {
			throw new TrainingException("%s cannot be read: %s".formatted(this.file.toAbsolutePath(),
					String.valueOf(ex.getMessage()).lines().findFirst().orElse("")), ex);
		}
	}

	/** Reads the averaged generator alone. */
	void readAverage(GeneratorNetwork average) {
		try (PointerScope _ = new PointerScope()) {
			InputArchive archive = new InputArchive();
			archive.load_from(this.file.toString(), average.weights().device().toOptional());
			read(archive, CheckpointParts.AVERAGE, average.weights()::load);
		}
	}

	private byte[] bytes() {
		try {
			return Files.readAllBytes(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void requireSame(String stored, String asked) {
		if (!stored.equals(asked)) {
			throw new TrainingException(
					"%s holds networks of another shape, %s; the settings ask for %s; --resume --recipe=%s has those that it began with"
						.formatted(this.file.toAbsolutePath(), stored, asked, this.folder.resolve("recipe.yaml")));
		}
	}

	private static String architecture(Networks networks) {
		return networks.generator().architecture().toString();
	}

	private static void write(OutputArchive archive, String name, Consumer<OutputArchive> save) {
		OutputArchive part = new OutputArchive(archive.compilation_unit());
		save.accept(part);
		archive.write(name, part);
	}

	private static void read(InputArchive archive, String name, Consumer<InputArchive> load) {
		InputArchive part = new InputArchive();
		archive.read(name, part);
		load.accept(part);
	}

	private void readAdded(InputArchive archive, String name, Consumer<InputArchive> load) {
		InputArchive part = new InputArchive();
		if (!archive.try_read(name, part)) {
			throw new TrainingException(
					"%s holds no %s, which the settings ask for; --resume --recipe=%s has those that it began with"
						.formatted(this.file.toAbsolutePath(), name, this.folder.resolve("recipe.yaml")));
		}
		load.accept(part);
	}

	private static Tensor tensor(InputArchive archive, String name) {
		Tensor tensor = new Tensor();
		archive.read(name, tensor);
		return tensor.cpu();
	}

}
