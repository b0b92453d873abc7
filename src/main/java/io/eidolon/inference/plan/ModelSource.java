package io.eidolon.inference.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import io.eidolon.graph.FileFormat;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.ModelName;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a model are.
 *
 * @param folder the folder of its graph, where its card is if it has one
 * @param graph its graph
 * @param name what its folder or file is called
 * @param slug what stands for that in addresses, unless its card says otherwise
 * @param version its version unless its card says otherwise, null when its folder does
 * not tell
 */
public record ModelSource(Path folder, Path graph, String name, String slug, @Nullable String version) {

	/** A model whose name has a slug of its own. */
	public ModelSource(Path folder, Path graph, String name, @Nullable String version) {
		this(folder, graph, name, ModelName.slug(name), version);
	}

	/** The model of a folder, named as the folder is. */
	public static ModelSource of(Path folder) {
		return new ModelSource(folder, folder.resolve(ModelFiles.GRAPH),
				String.valueOf(folder.toAbsolutePath().normalize().getFileName()), null);
	}

	/**
	 * What a file that is no model is, and what to do about it, as the rest of a
	 * sentence; empty when that cannot be told.
	 */
	public static Optional<String> format(Path file) {
		return FileFormat.of(file).map(FileFormat::description);
	}

	/**
	 * The names of the files beside a graph that hold a part of its weights, as the graph
	 * gives them; none when it cannot be read.
	 */
	public static Set<String> dataFiles(Path graph) {
		return OnnxGraph.dataFiles(graph);
	}

}
