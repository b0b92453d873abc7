package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.eidolon.inference.plan.ModelSource;

/**
 * Knows which files beside a graph belong to it, so that a change of them is one of the
 * model. A graph is read for that once for each of its states.
 */
final class DataFileNames {

	private final Map<Path, Known> known = new HashMap<>();

	/** The fingerprint of a graph, or of a folder, with all files that hold weights. */
	Fingerprint fingerprint(Path location) throws IOException {
		Set<String> data = new TreeSet<>();
		for (Path graph : Files.isDirectory(location) ? ModelLocation.graphs(location) : List.of(location)) {
			data.addAll(names(graph));
		}
		return Fingerprint.of(location, data);
	}

	private Set<String> names(Path graph) throws IOException {
		Fingerprint state = Fingerprint.of(graph, Set.of());
		Known before = this.known.get(graph);
		if (before == null || !before.state().equals(state)) {
			before = new Known(state, ModelSource.dataFiles(graph));
			this.known.put(graph, before);
		}
		return before.names();
	}

	/**
	 * What is known of a graph.
	 *
	 * @param state the state in which it was read
	 * @param names of the files that hold its weights
	 */
	private record Known(Fingerprint state, Set<String> names) {

	}

}
