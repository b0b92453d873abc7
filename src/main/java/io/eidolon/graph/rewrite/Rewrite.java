package io.eidolon.graph.rewrite;

/** An equal way to compute a part of a graph. */
sealed interface Rewrite permits ConstantFolding, BatchNormFolding, UpsampleFolding, NarrowConvolution, PixelProjection,
		PhaseConvolution {

	/** What it is called where a model's form is shown. */
	String name();

	/**
	 * Rewrites every place that it applies to.
	 * @return whether there was one
	 */
	boolean apply(GraphEdit graph);

}
