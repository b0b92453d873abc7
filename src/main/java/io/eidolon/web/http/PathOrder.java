package io.eidolon.web.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;

/** The order in which the document names paths: what most people come for is first. */
final class PathOrder {

	private static final List<String> FIRST = List.of("/generate", "/interpolate", "/edit", "/project", "/features",
			"/models");

	private PathOrder() {
	}

	static void apply(OpenAPI api) {
		Paths sorted = new Paths();
		api.getPaths()
			.entrySet()
			.stream()
			.sorted(Comparator.comparingInt(PathOrder::place))
			.forEach((entry) -> sorted.addPathItem(entry.getKey(), entry.getValue()));
		api.setPaths(sorted);
	}

	private static int place(Map.Entry<String, PathItem> path) {
		int place = FIRST.indexOf(path.getKey());
		return (place < 0) ? FIRST.size() : place;
	}

}
