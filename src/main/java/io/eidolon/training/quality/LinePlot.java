package io.eidolon.training.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Values over steps, or over what else grows, as SVG.
 *
 * @param title what is plotted
 * @param series at least one line
 */
public record LinePlot(String title, List<Series> series) {

	private static final List<String> COLOURS = List.of("#1b6ac9", "#d1692c", "#2f9e5f", "#8a4fb5");

	private static final int WIDTH = 720;

	private static final int HEIGHT = 260;

	private static final int LEFT = 70;

	private static final int RIGHT = 120;

	private static final int TOP = 34;

	private static final int BOTTOM = 40;

	private static final int LINES = 4;

	/** The plot as a file. */
	public String svg() {
		Axis x = axis(Point::step);
		Axis y = axis(Point::value);
		StringBuilder svg = new StringBuilder(text("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" font-family="sans-serif" font-size="12">
				<rect width="100%%" height="100%%" fill="white"/>
				<text x="%s" y="18" font-size="14">%s</text>
				""", WIDTH, HEIGHT, LEFT, this.title));
		for (int i = 0; i <= LINES; i++) {
			double height = HEIGHT - BOTTOM - i * (HEIGHT - TOP - BOTTOM) / (double) LINES;
			double across = LEFT + i * (WIDTH - LEFT - RIGHT) / (double) LINES;
			svg.append(text("""
					<line x1="%s" x2="%s" y1="%.1f" y2="%.1f" stroke="#ddd"/>
					<text x="%s" y="%.1f" text-anchor="end">%s</text>
					<text x="%.1f" y="%s" text-anchor="middle">%,.0f</text>
					""", LEFT, WIDTH - RIGHT, height, height, LEFT - 8, height + 4, tick(y.at(i / (double) LINES)),
					across, HEIGHT - BOTTOM + 18, x.at(i / (double) LINES)));
		}
		for (int i = 0; i < this.series.size(); i++) {
			svg.append(line(this.series.get(i), COLOURS.get(i % COLOURS.size()), TOP + 14 + 18 * i, x, y));
		}
		return svg.append("</svg>\n").toString();
	}

	private static String line(Series series, String colour, int labelAt, Axis x, Axis y) {
		String points = series.points()
			.stream()
			.map((point) -> text("%.1f,%.1f", LEFT + x.share(point.step()) * (WIDTH - LEFT - RIGHT),
					HEIGHT - BOTTOM - y.share(point.value()) * (HEIGHT - TOP - BOTTOM)))
			.collect(Collectors.joining(" "));
		return text("""
				<polyline points="%s" fill="none" stroke="%s" stroke-width="1.5"/>
				<text x="%s" y="%s" fill="%s">%s</text>
				""", points, colour, WIDTH - RIGHT + 10, labelAt, colour, series.name());
	}

	private Axis axis(ToDoubleFunction<Point> coordinate) {
		double[] all = this.series.stream().flatMap((line) -> line.points().stream()).mapToDouble(coordinate).toArray();
		return new Axis(Math.min(0, DoubleStream.of(all).min().orElse(0)), DoubleStream.of(all).max().orElse(1));
	}

	private static String tick(double value) {
		return text((Math.abs(value) >= 100) ? "%.0f" : "%.3g", value);
	}

	private static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/**
	 * A line.
	 *
	 * @param name what it shows
	 * @param points by step
	 */
	public record Series(String name, List<Point> points) {

	}

	/**
	 * A value at a step.
	 *
	 * @param step the abscissa
	 * @param value the ordinate
	 */
	public record Point(double step, double value) {

	}

	/** From the least to the most; 0 is always on it. */
	private record Axis(double least, double most) {

		double share(double value) {
			return (this.most > this.least) ? (value - this.least) / (this.most - this.least) : 0;
		}

		double at(double share) {
			return this.least + share * (this.most - this.least);
		}

	}

}
