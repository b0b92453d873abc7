package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.eidolon.modelcard.ModelFiles;
import io.eidolon.store.ModelFolder;

/**
 * Finds the models in a folder: {@code <name>/}, {@code <name>/<version>/} and
 * {@code <name>.onnx}. A folder holds a model when it holds a card or a graph.
 */
final class ModelScanner {

	/** Folders of file systems and of their tools, which nobody put there. */
	private static final Set<String> SYSTEM = Set.of("lost+found", "System Volume Information", "$RECYCLE.BIN",
			"@eaDir", "__MACOSX");

	/** More are not looked through: a model has a few files. */
	private static final int MOST_ENTRIES = 10_000;

	private final Path models;

	private final DataFileNames dataFiles = new DataFileNames();

	private final SkippedFiles passedOver = new SkippedFiles();

	ModelScanner(Path models) {
		this.models = models;
	}

	/** Looks, without opening anything. */
	FolderSnapshot scan() {
		Scan scan = new Scan(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), this.dataFiles, this.passedOver);
		try {
			Path root = this.models.toRealPath();
			for (Path entry : entries(this.models)) {
				scan.entry(entry, root);
			}
			if (scan.locations().isEmpty()) {
				scan.empty().add(this.models);
			}
			if (Files.exists(this.models.resolve(ModelFolder.MAY_BE_EMPTY))) {
				scan.empty().clear();
			}
		}
		catch (IOException ex) {
			scan.unreadable()
				.put(this.models, "eidolon.models.path (%s) must be a folder that can be read".formatted(this.models));
		}
		return new FolderSnapshot(DistinctSlugs.of(scan.locations()), scan.unreadable(), scan.empty());
	}

	// What is hidden is not there yet: the trainer puts a model together there.
	private static List<Path> entries(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			List<Path> all = entries.limit(MOST_ENTRIES + 1).toList();
			if (all.size() > MOST_ENTRIES) {
				throw new FileSystemException(folder.toString(), null, "too many entries");
			}
			return all.stream().filter((entry) -> isShown(entry.getFileName().toString())).sorted().toList();
		}
	}

	private static boolean isShown(String name) {
		return !name.startsWith(".") && !SYSTEM.contains(name);
	}

	private static boolean holdsModel(Path folder) throws IOException {
		return Files.exists(folder.resolve(ModelFiles.CARD)) || !ModelLocation.graphs(folder).isEmpty();
	}

	/**
	 * What was found so far.
	 *
	 * @param locations see {@link FolderSnapshot}
	 * @param unreadable see {@link FolderSnapshot}
	 * @param empty see {@link FolderSnapshot}
	 * @param dataFiles tells which files belong to a graph
	 * @param passedOver mentions what is no model
	 */
	private record Scan(SortedMap<ModelLocation, Fingerprint> locations, Map<Path, String> unreadable, Set<Path> empty,
			DataFileNames dataFiles, SkippedFiles passedOver) {

		private void entry(Path entry, Path root) throws IOException {
			if (!OneLine.of(entry.toString()).equals(entry.toString())) {
				this.unreadable.put(entry,
						"%s must have a name without control characters".formatted(OneLine.of(entry.toString())));
			}
			else if (Files.isDirectory(entry)) {
				folder(entry, root);
			}
			else if (ModelLocation.isGraph(entry)) {
				this.locations.put(ModelLocation.bare(entry), this.dataFiles.fingerprint(entry));
			}
			else {
				this.passedOver.mention(entry);
			}
		}

		private void folder(Path folder, Path root) {
			try {
				if (!folder.toRealPath().startsWith(root)) {
					this.unreadable.put(folder,
							"%s is a link out of %s; put its files there instead".formatted(folder, root));
					return;
				}
				List<Path> entries = entries(folder);
				boolean model = holdsModel(folder);
				if (model) {
					this.locations.put(ModelLocation.flat(folder), this.dataFiles.fingerprint(folder));
				}
				for (Path entry : entries) {
					version(folder, model, entry, root);
				}
				if (isEmpty(folder)) {
					this.empty.add(folder);
				}
			}
			catch (IOException ex) {
				this.unreadable.put(folder,
						"%s must be a folder that can be read, of at most %s entries".formatted(folder, MOST_ENTRIES));
			}
		}

		private void version(Path folder, boolean model, Path entry, Path root) throws IOException {
			if (Files.isDirectory(entry) && entry.toRealPath().startsWith(root) && holdsModel(entry)) {
				this.locations.put(ModelLocation.version(folder.getFileName().toString(), entry),
						this.dataFiles.fingerprint(entry));
			}
			else if (Files.isDirectory(entry)) {
				nested(model, entry);
			}
			else if (!model) {
				this.passedOver.mention(entry);
			}
		}

		private void nested(boolean model, Path entry) throws IOException {
			if (isEmpty(entry)) {
				this.empty.add(entry);
			}
			else if (!model) {
				entries(entry).stream().filter(Files::isDirectory).forEach(this.passedOver::mentionFolder);
			}
		}

		private static boolean isEmpty(Path folder) throws IOException {
			try (Stream<Path> entries = Files.list(folder)) {
				return entries.findAny().isEmpty();
			}
		}

	}

}
