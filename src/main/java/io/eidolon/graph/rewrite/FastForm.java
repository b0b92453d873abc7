package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.stream.Stream;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;

/**
 * Finds the fastest equal form of a generator's graph that is known: the same function up
 * to the rounding of floats, since sums are taken in another order.
 */
public final class FastForm {

	// Each may open the way for those that follow.
	private static final List<Rewrite<?>> FOLDING = List.of(new ConstantFolding(), new BatchNormFolding(),
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

	private static Rewritten rewritten(OnnxGraph source, Stream<? extends Rewrite<?>> rewrites) {
		Graph graph = Graph.of(source);
		// A graph within a node may read any value of the one around it.
		if (graph.nodes().stream().anyMatch((node) -> node.attributes().holdGraph())) {
			return new Rewritten(source, List.of(), List.of());
		}
		Rewriter rewriter = new Rewriter(graph);
		List<String> applied = rewrites.filter(rewriter::apply).<String>map(Rewrite::name).toList();
		return new Rewritten(applied.isEmpty() ? source : graph.onnx(), applied, rewriter.outcomes());
	}

}
