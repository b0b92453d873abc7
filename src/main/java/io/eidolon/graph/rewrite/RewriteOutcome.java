package io.eidolon.graph.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * What became of a rewrite at one node.
 *
 * @param rewrite its name
 * @param node the node's name
 * @param reason why it did not apply, null where it did
 */
public record RewriteOutcome(String rewrite, String node, @Nullable String reason) {

	/** Whether the node was rewritten. */
	public boolean applied() {
		return this.reason == null;
	}

	@Override
	public String toString() {
		return applied() ? "%s: applied to %s".formatted(this.rewrite, this.node)
				: "%s: not applied to %s: %s".formatted(this.rewrite, this.node, this.reason);
	}

}
