package io.eidolon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which object each file of a mirror was copied from; kept in a hidden file. */
final class MirrorIndex {

	private static final String FILE = ".index.json";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Path folder;

	private final Map<String, StoredObject> objects;

	private MirrorIndex(Path folder, Map<String, StoredObject> objects) {
		this.folder = folder;
		this.objects = objects;
	}

	/** Reads the index of a mirror; one that cannot be read is empty. */
	static MirrorIndex read(Path folder) {
		try {
			return new MirrorIndex(folder, new HashMap<>(JSON.readValue(Files.readAllBytes(folder.resolve(FILE)),
					new TypeReference<Map<String, StoredObject>>() {
					})));
		}
		// Then all is copied anew
		catch (IOException | JacksonException ex) {
			return new MirrorIndex(folder, new HashMap<>());
		}
	}

	/** The object that a file was copied from, if the file is still there. */
	@Nullable StoredObject get(String path) {
		StoredObject object = this.objects.get(path);
		return (object != null && isCopy(object)) ? object : null;
	}

	private boolean isCopy(StoredObject object) {
		try {
			return Files.size(this.folder.resolve(object.path())) == object.size();
		}
		catch (IOException ex) {
			return false;
		}
	}

	Map<String, StoredObject> objects() {
		return this.objects;
	}

	void write() throws IOException {
		Path temporary = this.folder.resolve(FILE + ".tmp");
		Files.write(temporary, JSON.writeValueAsBytes(this.objects));
		Files.move(temporary, this.folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
	}

}
