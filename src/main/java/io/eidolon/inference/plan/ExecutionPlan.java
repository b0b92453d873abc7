package io.eidolon.inference.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a generator is computed.
 *
 * @param graph which form of its graph serves
 * @param rewrites the names of the rewrites in it, in their order
 * @param speedup how many times as fast as the graph as it was exported, at batch 1
 * @param precision what it computes with
 * @param psnr decibels between its pictures and those of the graph as it was exported,
 * null when both compute with floats
 * @param device where it runs, {@code cpu} or {@code cuda}
 */
public record ExecutionPlan(Graph graph, List<String> rewrites, double speedup, Precision precision,
		@Nullable Double psnr, String device) {

	/** The forms of a graph. */
	public enum Graph {

		/** The nodes of the file. */
		AS_EXPORTED,

		/** Equal nodes that are faster. */
		REWRITTEN

	}

	/** What weights and activations are computed with. */
	public enum Precision {

		/** 32-bit floating point. */
		FLOAT32,

		/** 8-bit integers, calibrated on latents. */
		INT8

	}

}
