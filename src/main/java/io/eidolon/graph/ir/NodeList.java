package io.eidolon.graph.ir;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Nodes in the order in which they run; each is added and removed in constant time. */
final class NodeList {

	private @Nullable Node first;

	private @Nullable Node last;

	@Nullable Node first() {
		return this.first;
	}

	/** Adds a node before another, or at the end. */
	void add(Node node, @Nullable Node before) {
		Node after = (before != null) ? before.previous : this.last;
		node.previous = after;
		node.next = before;
		if (after != null) {
			after.next = node;
		}
		else {
			this.first = node;
		}
		if (before != null) {
			before.previous = node;
		}
		else {
			this.last = node;
		}
	}

	void remove(Node node) {
		if (node.previous != null) {
			node.previous.next = node.next;
		}
		else {
			this.first = node.next;
		}
		if (node.next != null) {
			node.next.previous = node.previous;
		}
		else {
			this.last = node.previous;
		}
		node.previous = null;
		node.next = null;
	}

	/** The nodes as they stand now. */
	List<Node> toList() {
		List<Node> nodes = new ArrayList<>();
		for (Node node = this.first; node != null; node = node.next) {
			nodes.add(node);
		}
		return nodes;
	}

}
