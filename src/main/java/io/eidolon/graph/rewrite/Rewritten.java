package io.eidolon.graph.rewrite;

import java.util.List;

import io.eidolon.graph.OnnxGraph;

/**
 * A graph after its rewrites.
 *
 * @param graph the graph, with the inputs and outputs it had
 * @param rewrites the names of those that applied, in their order
 * @param outcomes where each of them applied, and why it did not elsewhere
 */
public record Rewritten(OnnxGraph graph, List<String> rewrites, List<RewriteOutcome> outcomes) {

}
