package io.eidolon.training.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last checkpoints of a run, so that it can go on from before something went wrong:
 * {@code checkpoints/000400.pt}, of which the newest is {@code checkpoint.pt} as well.
 */
final class KeptCheckpoints {

	private static final Logger logger = LoggerFactory.getLogger(KeptCheckpoints.class);

	private final Path folder;

	private final int most;

	KeptCheckpoints(Path run, int most) {
		this.folder = run.resolve("checkpoints");
		this.most = most;
	}

	/** Keeps a checkpoint, in place of the oldest. */
	void keep(Path checkpoint, long step) {
		if (this.most < 2) {
			return;
		}
		try {
			Files.createDirectories(this.folder);
			Path kept = this.folder.resolve(String.format(Locale.ROOT, "%06d.pt", step));
			Files.deleteIfExists(kept);
			Files.createLink(kept, checkpoint);
			List<Path> all = list();
			for (Path old : all.subList(0, Math.max(0, all.size() - this.most))) {
				Files.delete(old);
			}
		}
		// Not every file system has links; the last checkpoint is there all the same
		catch (IOException | UnsupportedOperationException ex) {
			logger.debug("Keeping {} failed", checkpoint, ex);
		}
	}

	/** Removes those of an earlier run. */
	void forget() {
		try {
			for (Path old : list()) {
				Files.delete(old);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Path> list() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(".pt")).sorted().toList();
		}
	}

}
