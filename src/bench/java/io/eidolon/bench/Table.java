package io.eidolon.bench;

/** Rows of a Markdown table. */
final class Table {

	private final StringBuilder text = new StringBuilder();

	Table(String... heads) {
		row(heads);
		this.text.append("\n|").append(" --- |".repeat(heads.length));
	}

	void row(String... cells) {
		this.text.append(this.text.isEmpty() ? "" : "\n").append("| ").append(String.join(" | ", cells)).append(" |");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
