package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.stream.Stream;

import io.eidolon.graph.OnnxGraph;

/**
 * Finds the fastest equal form of a generator's graph that is known: the same function up
 * to the rounding of floats, since sums are taken in another order.
 */
public final class FastForm {

	// Each may open the way for those that follow.
	private static final List<Rewrite> FOLDING = List.of(new ConstantFolding(), new BatchNormFolding(),
			new UpsampleFolding(), new NarrowConvolution(), new PixelProjection());

	private FastForm() {
	}

	/** Rewrites a graph; one that nothing applies to is returned as it is. */
	public static Rewritten of(OnnxGraph graph) {
		return rewritten(graph, Stream.concat(FOLDING.stream(), Stream.of(new PhaseConvolution())));
	}

	/** The rewrites that leave the layers whole. */
	static Rewritten folded(OnnxGraph graph) {
		return rewritten(graph, FOLDING.stream());
	}

	private static Rewritten rewritten(OnnxGraph graph, Stream<Rewrite> rewrites) {
		if (GraphEdit.hasSubgraphs(graph)) {
			return new Rewritten(graph, List.of());
		}
		GraphEdit edit = new GraphEdit(graph);
		List<String> applied = rewrites.filter((rewrite) -> rewrite.apply(edit)).map(Rewrite::name).toList();
		return applied.isEmpty() ? new Rewritten(graph, applied) : new Rewritten(edit.graph(), applied);
	}

}
