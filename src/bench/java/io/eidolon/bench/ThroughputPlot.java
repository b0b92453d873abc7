package io.eidolon.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.eidolon.training.quality.LinePlot;
import io.eidolon.training.quality.LinePlot.Point;
import io.eidolon.training.quality.LinePlot.Series;

/** Images per second by connections, as SVG. */
record ThroughputPlot(List<Round> rounds) {

	String svg() {
		List<Series> all = new ArrayList<>();
		all.add(series("raw limit", Round::rawLimit));
		all.add(series("Eidolon", (round) -> round.eidolon().load().perSecond()));
		if (this.rounds.stream().allMatch((round) -> round.node() != null)) {
			all.add(series("Node", (round) -> (round.node() == null) ? 0 : round.node().load().perSecond()));
		}
		return new LinePlot("images per second by connections", all).svg();
	}

	private Series series(String name, ToDoubleFunction<Round> value) {
		return new Series(name,
				Arrays.stream(Plan.CONNECTIONS)
					.mapToObj((connections) -> new Point(connections, Medians.of(
							this.rounds.stream().filter((round) -> round.connections() == connections).toList(),
							value)))
					.toList());
	}

}
