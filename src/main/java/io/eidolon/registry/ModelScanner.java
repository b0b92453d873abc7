package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.eidolon.modelcard.ModelFiles;

/**
 * Finds the models in a folder: {@code <name>/}, {@code <name>/<version>/} and
 * {@code <name>.onnx}. A folder holds a model when it holds a card or a graph.
 */
final class ModelScanner {

	private final Path models;

	ModelScanner(Path models) {
		this.models = models;
	}

	/** Looks, without opening anything. */
	FolderSnapshot scan() {
		SortedMap<ModelLocation, Fingerprint> locations = new TreeMap<>();
		Map<Path, String> unreadable = new TreeMap<>();
		try {
			for (Path entry : entries(this.models)) {
				if (Files.isDirectory(entry)) {
					scanFolder(entry, locations, unreadable);
				}
				else if (ModelLocation.isGraph(entry)) {
					locations.put(ModelLocation.bare(entry), Fingerprint.of(entry));
				}
			}
		}
		catch (IOException ex) {
			unreadable.put(this.models,
					"eidolon.models.path (%s) must be a folder that can be read".formatted(this.models));
		}
		return new FolderSnapshot(locations, unreadable);
	}

	private static void scanFolder(Path folder, SortedMap<ModelLocation, Fingerprint> locations,
			Map<Path, String> unreadable) {
		try {
			if (holdsModel(folder)) {
				locations.put(ModelLocation.flat(folder), Fingerprint.of(folder));
			}
			for (Path entry : entries(folder)) {
				if (Files.isDirectory(entry) && holdsModel(entry)) {
					locations.put(ModelLocation.version(folder.getFileName().toString(), entry), Fingerprint.of(entry));
				}
			}
		}
		catch (IOException ex) {
			unreadable.put(folder, "%s must be a folder that can be read".formatted(folder));
		}
	}

	// What is hidden is not there yet: the trainer puts a model together there.
	private static List<Path> entries(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter((entry) -> !entry.getFileName().toString().startsWith(".")).sorted().toList();
		}
	}

	private static boolean holdsModel(Path folder) throws IOException {
		return Files.exists(folder.resolve(ModelFiles.CARD)) || !ModelLocation.graphs(folder).isEmpty();
	}

}
