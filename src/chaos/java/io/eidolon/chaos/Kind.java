package io.eidolon.chaos;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A kind of request.
 *
 * @param name what it is called in the report
 * @param connections how many of them at once keep the service busy
 */
record Kind(String name, int connections) {

	static final List<Kind> ALL = List.of(new Kind("generate", 16), new Kind("interpolate", 4), new Kind("edit", 4),
			new Kind("project", 4), new Kind("mix", 8));

	/** A projection of a picture of one colour, encoded as PNG. */
	private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFUlEQVR42mM8oWHDgA0wMeAAg1MCAO+cATyny4CLAAAAAElFTkSuQmCC";

	/**
	 * The kinds of these names, such as "edit,project", all where there are none.
	 * @throws IllegalArgumentException when a name is that of none
	 */
	static List<Kind> named(String names) {
		return names.isEmpty() ? ALL : Stream.of(names.split(",")).map(Kind::of).toList();
	}

	private static Kind of(String name) {
		return ALL.stream()
			.filter((kind) -> kind.name.equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("chaos.kinds: \"%s\" is none of %s".formatted(name,
					ALL.stream().map(Kind::name).toList())));
	}

	/** A request of this kind. */
	HttpRequest request(Client client, RandomGenerator random) {
		int seed = random.nextInt(1_000_000);
		return switch (this.name) {
			case "generate" -> post(client, "/generate", "image/png", "{\"model\":\"peeps\",\"seed\":%d}".formatted(seed));
			case "interpolate" ->
				client.get("/interpolate?model=peeps&from=%d&to=%d&steps=30&format=webp".formatted(seed, seed + 1)).build();
			case "sample" -> client.get("/models/peeps/samples/%d.png".formatted(seed)).build();
			case "edit" -> post(client, "/edit", "application/json", """
					{"model":"peeps","seed":%d,"constraints":[{"type":"colour","box":[0,0,16,16],"colour":"#cc2222"}]}"""
				.formatted(seed));
			case "project" -> post(client, "/project", "application/json",
					"{\"model\":\"peeps\",\"steps\":50,\"searchSeed\":%d,\"picture\":\"%s\"}".formatted(seed, PICTURE));
			default -> ALL.get(random.nextInt(ALL.size() - 1)).request(client, random);
		};
	}

	private static HttpRequest post(Client client, String path, String accept, String body) {
		return client.get(path)
			.header("Content-Type", "application/json")
			.header("Accept", accept)
			.POST(BodyPublishers.ofString(body))
			.build();
	}

}
