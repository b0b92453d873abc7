package io.eidolon.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps probes as files, {@code probes/<model>/<name>.json} in a folder. Nothing of them
 * stays in memory, so that services may share the folder.
 */
final class ProbeFolder {

	private static final Logger logger = LoggerFactory.getLogger(ProbeFolder.class);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String SUFFIX = ".json";

	/** Of a file. The largest that is written is smaller. */
	private static final long MOST_BYTES = 16 << 20;

	private final Path folder;

	private final int most;

	/**
	 * Creates the store.
	 * @param folder that of all that recognition keeps; it is made when it is needed
	 * @param most how many probes there may be, of all models
	 */
	ProbeFolder(Path folder, int most) {
		this.folder = folder.resolve("probes");
		this.most = most;
	}

	/**
	 * Refuses a name that is taken, and one more than there may be.
	 * @throws ProbeExistsException when it does
	 */
	synchronized void checkRoom(String model, String name) {
		if (Files.exists(file(model, name))) {
			throw new ProbeExistsException(
					"%s has a probe %s already; take another name, or delete it with DELETE /models/%s/probes/%s"
						.formatted(model, name, model, name));
		}
		if (count() >= this.most) {
			throw new ProbeExistsException(
					"There are %s probes, as many as eidolon.recognition.max-probes allows; delete one first"
						.formatted(this.most));
		}
	}

	/** Adds a probe, as {@link #checkRoom} allows. */
	synchronized void add(Probe probe) {
		checkRoom(probe.model(), probe.name());
		Path file = file(probe.model(), probe.name());
		try {
			Files.createDirectories(file.getParent());
			// Under its name it is whole, even if the machine stops meanwhile.
			Path part = Files.createTempFile(file.getParent(), probe.name(), ".part");
			try {
				Files.write(part, JSON.writeValueAsBytes(probe));
				Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (IOException ex) {
			throw new ProbeStorageException(this.folder, ex);
		}
	}

	/** The probes of a model, those that cannot be read aside. */
	StoredProbes of(String model) {
		List<Probe> probes = new ArrayList<>();
		List<String> unreadable = new ArrayList<>();
		for (Path file : files(this.folder.resolve(model))) {
			try {
				read(file).ifPresent(probes::add);
			}
			catch (UnreadableProbeException ex) {
				logger.warn("{} is passed over: {}", file, ex.getMessage());
				unreadable.add("%s: %s".formatted(file.getFileName(), ex.getMessage()));
			}
		}
		return new StoredProbes(probes, unreadable);
	}

	/**
	 * Finds a probe.
	 * @throws UnknownProbeException when there is none, or its file cannot be read
	 */
	Probe find(String model, String name) {
		try {
			return read(file(model, name)).orElseThrow(() -> new UnknownProbeException(model, name, ""));
		}
		catch (UnreadableProbeException ex) {
			throw new UnknownProbeException(model, name, " that can be read (%s)".formatted(ex.getMessage()));
		}
	}

	/**
	 * Deletes a probe, or the file of one that cannot be read.
	 * @throws UnknownProbeException when there is none
	 */
	synchronized void delete(String model, String name) {
		try {
			if (!Files.deleteIfExists(file(model, name))) {
				throw new UnknownProbeException(model, name, "");
			}
		}
		catch (IOException ex) {
			throw new ProbeStorageException(this.folder, ex);
		}
	}

	private Path file(String model, String name) {
		if (!name.matches(Probe.NAME_PATTERN)) {
			throw new UnknownProbeException(model, name, "");
		}
		return this.folder.resolve(model).resolve(name + SUFFIX);
	}

	private static Optional<Probe> read(Path file) {
		try {
			if (Files.size(file) > MOST_BYTES) {
				throw new UnreadableProbeException("it is larger than %s bytes".formatted(MOST_BYTES));
			}
			Probe probe = JSON.readValue(Files.readAllBytes(file), Probe.class);
			if (!probe.isConsistent()) {
				throw new UnreadableProbeException("its numbers do not fit together");
			}
			return Optional.of(probe);
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UnreadableProbeException(ex.toString());
		}
		// What is left out of a file is null, whatever the record says.
		catch (JacksonException | NullPointerException ex) {
			throw new UnreadableProbeException("it is no probe, or not all of one");
		}
	}

	private int count() {
		return Math.toIntExact(list(this.folder).stream().mapToLong((model) -> files(model).size()).sum());
	}

	private List<Path> files(Path model) {
		return list(model).stream().filter((file) -> file.getFileName().toString().endsWith(SUFFIX)).toList();
	}

	private List<Path> list(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (IOException ex) {
			throw new ProbeStorageException(folder, ex);
		}
	}

	/** A file is no probe. */
	private static final class UnreadableProbeException extends RuntimeException {

		UnreadableProbeException(String message) {
			super(message);
		}

	}

}
