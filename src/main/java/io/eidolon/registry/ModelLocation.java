package io.eidolon.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelFileReader;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.ModelName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one version of a model is, or has been: a folder, or a graph that stands alone.
 *
 * @param id its path below the folder of models: {@code peeps}, {@code peeps/2} or
 * {@code peeps.onnx}
 * @param path the folder or the graph
 * @param name what the folder or file is called
 * @param slug what stands for that in addresses, unless its card says otherwise
 * @param version its version unless its card says otherwise, null when the path does not
 * tell
 */
record ModelLocation(String id, Path path, String name, String slug,
		@Nullable String version) implements Comparable<ModelLocation> {

	static final String GRAPH_SUFFIX = ".onnx";

	private static final Logger logger = LoggerFactory.getLogger(ModelLocation.class);

	private static final int MOST_PREVIEW_BYTES = 8 << 20;

	private static final Comparator<ModelLocation> ORDER = Comparator.comparing(ModelLocation::id);

	/** The one folder of a model. */
	static ModelLocation flat(Path folder) {
		String name = folder.getFileName().toString();
		return new ModelLocation(name, folder, name, ModelName.slug(name), null);
	}

	/** The folder of a version, in the folder of its model. */
	static ModelLocation version(String name, Path folder) {
		String version = folder.getFileName().toString();
		return new ModelLocation(name + "/" + version, folder, name, ModelName.slug(name), version);
	}

	/** A graph that stands alone. */
	static ModelLocation bare(Path graph) {
		String id = graph.getFileName().toString();
		String name = id.substring(0, id.length() - GRAPH_SUFFIX.length());
		return new ModelLocation(id, graph, name, ModelName.slug(name), null);
	}

	/**
	 * What a generator is to be opened from. A folder with one graph may call it as it
	 * likes.
	 * @throws IOException when the folder cannot be read
	 * @throws IllegalStateException when it has several graphs of which none is the one
	 */
	ModelSource source() throws IOException {
		return Files.isDirectory(this.path) ? new ModelSource(this.path, graph(), this.name, this.slug, this.version)
				: new ModelSource(this.path.resolveSibling(""), this.path, this.name, this.slug, this.version);
	}

	/** The file of the preview, whatever it holds; empty when there is none to show. */
	Optional<byte[]> preview() {
		Path file = this.path.resolve(ModelFiles.PREVIEW);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		try {
			return Optional.of(ModelFileReader.read(this.path, file, MOST_PREVIEW_BYTES));
		}
		catch (IOException ex) {
			logger.debug("{} is not shown: {}", file, ex.getMessage());
			return Optional.empty();
		}
	}

	/**
	 * Whether a card that says so is called as this location is; letters of both cases,
	 * and signs between words, are alike.
	 */
	boolean isNamed(String name) {
		// Where two locations are alike but for that, the plain slug is not this one's.
		boolean plain = this.slug.equals(ModelName.slug(this.name));
		return name.equals(this.name) || name.equals(this.slug) || plain && ModelName.slug(name).equals(this.slug);
	}

	/** The same location, of which the name has a slug of its own. */
	ModelLocation withDistinctSlug() {
		return new ModelLocation(this.id, this.path, this.name, ModelName.distinctSlug(this.name), this.version);
	}

	/** Whether this is what the location is called, however the file system writes it. */
	boolean isCalled(String wanted) {
		return ModelName.normalized(this.name).equals(ModelName.normalized(wanted));
	}

	private Path graph() throws IOException {
		Path usual = this.path.resolve(ModelFiles.GRAPH);
		List<Path> graphs = graphs(this.path);
		if (graphs.contains(usual) || graphs.isEmpty()) {
			return usual;
		}
		if (graphs.size() > 1) {
			throw new IllegalStateException("%s has several graphs, %s; the one to serve must be called %s"
				.formatted(this.path, graphs.stream().map(Path::getFileName).toList(), ModelFiles.GRAPH));
		}
		return graphs.getFirst();
	}

	/** The graphs directly in a folder. */
	static List<Path> graphs(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter(ModelLocation::isGraph).sorted().toList();
		}
	}

	/** Whether a file is a graph by its name; what is hidden is still being written. */
	static boolean isGraph(Path file) {
		String name = file.getFileName().toString();
		return name.toLowerCase(Locale.ROOT).endsWith(GRAPH_SUFFIX) && !name.startsWith(".")
				&& Files.isRegularFile(file);
	}

	/** Places are the same whatever stands for their names. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ModelLocation location && this.id.equals(location.id)
				&& this.path.equals(location.path);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	@Override
	public int compareTo(ModelLocation other) {
		return ORDER.compare(this, other);
	}

}
