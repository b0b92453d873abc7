package io.eidolon.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Draws images per second by connections, as SVG. */
record ThroughputPlot(List<Round> rounds) {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 360;

	private static final int LEFT = 70;

	private static final int RIGHT = 150;

	private static final int TOP = 30;

	private static final int BOTTOM = 50;

	String svg() {
		double top = axisTop();
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
				<rect width="100%%" height="100%%" fill="white"/>
				""".formatted(WIDTH, HEIGHT));
		for (int i = 0; i <= 4; i++) {
			double value = top * i / 4;
			svg.append(line("""
					<line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="#ddd"/>
					<text x="%d" y="%.1f" text-anchor="end">%.0f</text>
					""", LEFT, WIDTH - RIGHT, y(value, top), y(value, top), LEFT - 8, y(value, top) + 4, value));
		}
		for (int i = 0; i < Plan.CONNECTIONS.length; i++) {
			svg.append(line("""
					<text x="%.1f" y="%d" text-anchor="middle">%d</text>
					""", x(i), HEIGHT - BOTTOM + 20, Plan.CONNECTIONS[i]));
		}
		svg.append(line("""
				<text x="%d" y="%d" text-anchor="middle">connections</text>
				<text x="%d" y="18">images per second</text>
				""", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, LEFT - 40));
		for (Series series : series()) {
			svg.append(draw(series, top));
		}
		return svg.append("</svg>\n").toString();
	}

	private List<Series> series() {
		List<Series> all = new ArrayList<>();
		all.add(series("raw limit", "#888", "6 4", Round::rawLimit));
		all.add(series("Eidolon", "#1b6ac9", "none", (round) -> round.eidolon().load().perSecond()));
		if (this.rounds.stream().allMatch((round) -> round.node() != null)) {
			all.add(series("Node", "#d1692c", "none",
					(round) -> (round.node() == null) ? 0 : round.node().load().perSecond()));
		}
		return all;
	}

	private Series series(String name, String colour, String dashes, ToDoubleFunction<Round> value) {
		return new Series(name, colour, dashes, IntStream.of(Plan.CONNECTIONS)
			.mapToDouble((connections) -> Medians.of(
					this.rounds.stream().filter((round) -> round.connections() == connections).toList(), value))
			.toArray());
	}

	private static String draw(Series series, double top) {
		StringBuilder points = new StringBuilder();
		StringBuilder dots = new StringBuilder();
		for (int i = 0; i < series.values().length; i++) {
			double y = y(series.values()[i], top);
			points.append(line("%.1f,%.1f ", x(i), y));
			dots.append(line("""
					<circle cx="%.1f" cy="%.1f" r="3.5" fill="%s"/>
					""", x(i), y, series.colour()));
		}
		int last = series.values().length - 1;
		return line("""
				<polyline points="%s" fill="none" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>
				%s<text x="%.1f" y="%.1f" fill="%s">%s</text>
				""", points.toString().strip(), series.colour(), series.dashes(), dots, x(last) + 10,
				y(series.values()[last], top) + 4, series.colour(), series.name());
	}

	/** The next round number above all values. */
	private double axisTop() {
		double most = series().stream().flatMapToDouble((series) -> Arrays.stream(series.values())).max()
			.orElse(1);
		double unit = Math.pow(10, Math.floor(Math.log10(most)));
		return Math.ceil(most / unit * 2) / 2 * unit;
	}

	private static double x(int index) {
		return LEFT + 30 + index * (WIDTH - LEFT - RIGHT - 60.0) / (Plan.CONNECTIONS.length - 1);
	}

	private static double y(double value, double top) {
		return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
	}

	private static String line(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/** A line of the plot. */
	private record Series(String name, String colour, String dashes, double[] values) {

	}

}
