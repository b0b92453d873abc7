package io.eidolon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;

import org.springframework.util.FileSystemUtils;

/**
 * Makes a folder hold what a store holds, one model at a time. A model is copied beside
 * the one in use, held against the SHA-256 sums of its card, and only then takes its
 * place. Whatever cannot be copied leaves what was there before.
 */
final class Mirror {

	private static final String INCOMING = ".incoming";

	/** A file in a model's or a version's folder, or a graph that stands alone. */
	private static final Pattern PATH = Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*){0,2}");

	/** The card comes last, so that it is never beside files that it does not know. */
	private static final Comparator<StoredObject> CARD_LAST = Comparator
		.comparing((StoredObject object) -> object.path().endsWith("/" + ModelFiles.CARD))
		.thenComparing(StoredObject::path);

	private final ObjectStore store;

	private final Path folder;

	Mirror(ObjectStore store, Path folder) {
		this.store = store;
		this.folder = folder;
	}

	/**
	 * Brings the folder to what the store holds.
	 * @return what could not be copied and why, in one line each
	 * @throws IOException when the store cannot be listed, or the folder not be written
	 */
	List<String> update() throws IOException {
		List<StoredObject> stored = this.store.list();
		Map<String, List<StoredObject>> models = stored.stream()
			.filter((object) -> PATH.matcher(object.path()).matches())
			.sorted(CARD_LAST)
			.collect(Collectors.groupingBy(Mirror::model, TreeMap::new, Collectors.toList()));
		Files.createDirectories(this.folder);
		MirrorIndex index = MirrorIndex.read(this.folder);
		checkEmptiness(stored, models.isEmpty() && !index.objects().isEmpty());
		List<String> problems = new ArrayList<>();
		for (List<StoredObject> model : models.values()) {
			try {
				copy(model, index);
			}
			catch (IOException | InvalidModelCardException ex) {
				problems.add(String.valueOf(ex.getMessage()));
			}
			finally {
				FileSystemUtils.deleteRecursively(this.folder.resolve(INCOMING));
			}
		}
		removeAllBut(models, index);
		return problems;
	}

	// A store whose prefix or rights have changed lists nothing, too.
	private void checkEmptiness(List<StoredObject> stored, boolean turnsEmpty) throws IOException {
		Path marker = this.folder.resolve(ModelFolder.MAY_BE_EMPTY);
		if (stored.stream().noneMatch((object) -> object.path().equals(ModelFolder.MAY_BE_EMPTY))) {
			Files.deleteIfExists(marker);
			if (turnsEmpty) {
				throw new IOException("the store holds no model any more; if that is meant, put an object %s there"
					.formatted(ModelFolder.MAY_BE_EMPTY));
			}
		}
		else if (!Files.exists(marker)) {
			Files.createFile(marker);
		}
	}

	/** The folder that a file is in; a graph that stands alone is its own. */
	private static String model(StoredObject object) {
		int slash = object.path().lastIndexOf('/');
		return (slash < 0) ? object.path() : object.path().substring(0, slash);
	}

	private void copy(List<StoredObject> model, MirrorIndex index) throws IOException {
		if (model.stream().allMatch((object) -> object.equals(index.get(object.path())))) {
			return;
		}
		for (StoredObject object : model) {
			Path incoming = incoming(object);
			Files.createDirectories(incoming.resolveSibling(""));
			if (object.equals(index.get(object.path()))) {
				Files.copy(this.folder.resolve(object.path()), incoming);
			}
			else {
				this.store.fetch(object, incoming);
			}
		}
		Path card = incoming(model.getLast());
		if (card.endsWith(ModelFiles.CARD)) {
			Path complete = card.resolveSibling("");
			ModelCards.verifyFiles(complete, ModelCards.read(complete));
		}
		for (StoredObject object : model) {
			Path file = this.folder.resolve(object.path());
			Files.createDirectories(file.resolveSibling(""));
			Files.move(incoming(object), file, StandardCopyOption.ATOMIC_MOVE);
			index.objects().put(object.path(), object);
		}
		index.write();
	}

	private Path incoming(StoredObject object) {
		return this.folder.resolve(INCOMING).resolve(object.path());
	}

	/** Removes the copies of objects that are gone. */
	private void removeAllBut(Map<String, List<StoredObject>> models, MirrorIndex index) throws IOException {
		Set<String> gone = new HashSet<>(index.objects().keySet());
		models.values().stream().flatMap(List::stream).map(StoredObject::path).forEach(gone::remove);
		for (String path : gone) {
			Path file = this.folder.resolve(path);
			Files.deleteIfExists(file);
			deleteEmpty(file.resolveSibling(""));
			index.objects().remove(path);
		}
		if (!gone.isEmpty()) {
			index.write();
		}
	}

	private void deleteEmpty(Path directory) throws IOException {
		Path empty = directory;
		while (!empty.equals(this.folder) && isEmpty(empty)) {
			Files.delete(empty);
			empty = empty.resolveSibling("");
		}
	}

	private static boolean isEmpty(Path directory) throws IOException {
		try (Stream<Path> entries = Files.list(directory)) {
			return entries.findAny().isEmpty();
		}
	}

}
