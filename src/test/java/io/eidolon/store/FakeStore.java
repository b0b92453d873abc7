package io.eidolon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store in memory that can be away. */
final class FakeStore implements ObjectStore {

	final SortedMap<String, byte[]> objects = new TreeMap<>();

	final List<String> fetched = new ArrayList<>();

	volatile boolean away;

	volatile boolean closed;

	/** Puts each file of a folder, with its path below another. */
	void putAll(Path folder, Path below) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				this.objects.put(below.relativize(file).toString(), Files.readAllBytes(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<StoredObject> list() throws IOException {
		if (this.away) {
			throw new IOException("the store is away");
		}
		return this.objects.entrySet()
			.stream()
			.map((entry) -> new StoredObject(entry.getKey(), entry.getValue().length,
					Integer.toHexString(Arrays.hashCode(entry.getValue()))))
			.toList();
	}

	@Override
	public void fetch(StoredObject object, Path file) throws IOException {
		if (this.away) {
			throw new IOException("the store is away");
		}
		this.fetched.add(object.path());
		Files.write(file, this.objects.get(object.path()));
	}

	@Override
	public void close() {
		this.closed = true;
	}

}
