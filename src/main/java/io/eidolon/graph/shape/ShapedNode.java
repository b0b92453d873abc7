package io.eidolon.graph.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.Attributes;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.Quoted;
import org.jspecify.annotations.Nullable;

/** A node with its attributes and what is known of its inputs. */
final class ShapedNode {

	/** Kernels, strides and the like: more is never meant. */
	private static final long MAX_STEP = 1 << 20;

	private final NodeProto node;

	private final Map<String, InferredTensor> known;

	ShapedNode(NodeProto node, Map<String, InferredTensor> known) {
		this.node = node;
		this.known = known;
	}

	String operator() {
		return this.node.getOpType();
	}

	int inputs() {
		return this.node.getInputCount();
	}

	int outputs() {
		return this.node.getOutputCount();
	}

	boolean has(int input) {
		return input < this.node.getInputCount() && !this.node.getInput(input).isEmpty();
	}

	InferredTensor input(int input) {
		return has(input) ? this.known.getOrDefault(this.node.getInput(input), InferredTensor.UNKNOWN)
				: InferredTensor.UNKNOWN;
	}

	/** The shape of an input, null when it is not known. */
	@Nullable List<Long> shape(int input) {
		return input(input).shape();
	}

	/** The integers of an input, null when they are not known before a run. */
	long @Nullable [] integers(int input) {
		double[] values = input(input).values();
		if (values == null) {
			return null;
		}
		long[] integers = new long[values.length];
		for (int i = 0; i < values.length; i++) {
			integers[i] = (long) values[i];
		}
		return integers;
	}

	Optional<AttributeProto> attribute(String name) {
		return new Attributes(this.node).find(name);
	}

	long integer(String name, long otherwise) {
		return new Attributes(this.node).integer(name, otherwise);
	}

	String text(String name, String otherwise) {
		return new Attributes(this.node).text(name, otherwise);
	}

	long[] integers(String name, long... otherwise) {
		return attribute(name).map((attribute) -> attribute.getIntsList().stream().mapToLong(Long::longValue).toArray())
			.orElse(otherwise);
	}

	/** A list of steps for each of so many axes, each at least 1. */
	long[] steps(String name, int axes) {
		return bounded(name, axes, 1, 1);
	}

	/** A list of sizes for each of so many axes, each at least 0. */
	long[] sizes(String name, int axes) {
		return bounded(name, axes, 0, 0);
	}

	/** An axis counted from the first, whichever end it was counted from. */
	int axis(long axis, int rank) {
		if (axis < -rank || axis >= rank) {
			throw wrong("has the axis %d of a tensor with %d axes".formatted(axis, rank));
		}
		return (int) ((axis < 0) ? axis + rank : axis);
	}

	InvalidGraphException wrong(String what) {
		return new InvalidGraphException("Operator %s %s".formatted(this, what));
	}

	@Override
	public String toString() {
		return Quoted.of(operator())
				+ (this.node.getName().isEmpty() ? "" : " (%s)".formatted(Quoted.of(this.node.getName())));
	}

	private long[] bounded(String name, int axes, long otherwise, long least) {
		long[] all = new long[axes];
		Arrays.fill(all, otherwise);
		long[] values = integers(name, all);
		if (values.length != axes) {
			throw wrong("has %d %s; %d are needed".formatted(values.length, name, axes));
		}
		for (long value : values) {
			if (value < least || value > MAX_STEP) {
				throw wrong("has %s of %d; %d to %d can be".formatted(name, value, least, MAX_STEP));
			}
		}
		return values;
	}

}
