package io.eidolon.inference.plan;

import java.util.List;
import java.util.Map;

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
 * @param ports what the file's inputs and outputs were taken for
 * @param declined what was tried and left out where the precision was the service's to
 * choose, else null
 */
public record ExecutionPlan(Graph graph, List<String> rewrites, double speedup, Precision precision,
		@Nullable Double psnr, String device, Ports ports, @Nullable Declined declined) {

	/** A plan of which the ports are not told. */
	public ExecutionPlan(Graph graph, List<String> rewrites, double speedup, Precision precision, @Nullable Double psnr,
			String device) {
		this(graph, rewrites, speedup, precision, psnr, device, new Ports(Map.of(), "", List.of()), null);
	}

	/** The same plan with the ports of the file. */
	public ExecutionPlan withPorts(Ports found) {
		return new ExecutionPlan(this.graph, this.rewrites, this.speedup, this.precision, this.psnr, this.device, found,
				this.declined);
	}

	/** The same plan with what was left out. */
	ExecutionPlan withDeclined(Declined tried) {
		return new ExecutionPlan(this.graph, this.rewrites, this.speedup, this.precision, this.psnr, this.device,
				this.ports, tried);
	}

	/** The decibels of its pictures, infinite where it computes with floats. */
	double decibels() {
		return (this.psnr != null) ? this.psnr : Double.POSITIVE_INFINITY;
	}

	/**
	 * What the inputs and outputs of the file were taken for, so that it can be seen
	 * where that is wrong; a card can say otherwise.
	 *
	 * @param inputs the role of each input, by its name
	 * @param output the name of the output that is the image
	 * @param leftOut the names of outputs that are not served
	 */
	public record Ports(Map<String, String> inputs, String output, List<String> leftOut) {

	}

	/**
	 * A form that was tried and does not serve.
	 *
	 * @param precision what it computes with
	 * @param psnr decibels between its pictures and those of the graph as it was exported
	 * @param speedup how many times as fast as that graph, at batch 1
	 */
	public record Declined(Precision precision, double psnr, double speedup) {

	}

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
