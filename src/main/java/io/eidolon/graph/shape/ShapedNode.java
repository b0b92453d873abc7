package io.eidolon.graph.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;
import org.jspecify.annotations.Nullable;

/** A node with its attributes and what is known of its inputs. */
final class ShapedNode {

	/** Kernels, strides and the like: more is never meant. */
	private static final long MAX_STEP = 1 << 20;

	private final Node node;

	private final Map<Value, InferredTensor> known;

	ShapedNode(Node node, Map<Value, InferredTensor> known) {
		this.node = node;
		this.known = known;
	}

	String operator() {
		return this.node.operator();
	}

	int inputs() {
		return this.node.inputs().size();
	}

	int outputs() {
		return this.node.outputs().size();
	}

	boolean has(int input) {
		return this.node.has(input);
	}

	InferredTensor input(int input) {
		return this.known.getOrDefault(this.node.input(input), InferredTensor.UNKNOWN);
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

	Attributes attributes() {
		return this.node.attributes();
	}

	long integer(String name, long otherwise) {
		return attributes().integer(name, otherwise);
	}

	String text(String name, String otherwise) {
		return attributes().text(name, otherwise);
	}

	long[] integers(String name, long... otherwise) {
		return attributes().has(name) ? attributes().integers(name).stream().mapToLong(Long::longValue).toArray()
				: otherwise;
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
			throw wrong("has the axis %s of a tensor with %s axes".formatted(axis, rank));
		}
		return (int) ((axis < 0) ? axis + rank : axis);
	}

	InvalidGraphException wrong(String what) {
		return new InvalidGraphException("Operator %s %s".formatted(this, what));
	}

	@Override
	public String toString() {
		return this.node.toString();
	}

	private long[] bounded(String name, int axes, long otherwise, long least) {
		long[] all = new long[axes];
		Arrays.fill(all, otherwise);
		long[] values = integers(name, all);
		if (values.length != axes) {
			throw wrong("has %s %s; %s are needed".formatted(values.length, name, axes));
		}
		for (long value : values) {
			if (value < least || value > MAX_STEP) {
				throw wrong("has %s of %s; %s to %s can be".formatted(name, value, least, MAX_STEP));
			}
		}
		return values;
	}

}
