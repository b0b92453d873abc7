package io.eidolon.inference.plan;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where the files of a model are.
 *
 * @param folder the folder of its graph, where its card is if it has one
 * @param graph its graph
 * @param name what it is called unless its card says otherwise
 * @param version its version unless its card says otherwise, null when its place does not
 * tell
 */
public record ModelSource(Path folder, Path graph, String name, @Nullable String version) {

}
