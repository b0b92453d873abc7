package io.eidolon.training.data.labels;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Finds pictures by what tables call them: by a path, by the end of one, or by a name,
 * each with its extension or without, and in any case where no other picture is meant.
 */
public final class PictureNames {

	/** What is no name of a picture. */
	public static final int NONE = -1;

	private static final int SEVERAL = -2;

	private final String origin;

	private final List<String> pictures;

	private final Map<String, Integer> paths;

	private final Map<String, Integer> ends;

	private final Map<String, Integer> endsInAnyCase;

	/**
	 * Names pictures.
	 * @param origin the folder that they are in
	 * @param pictures their paths below it
	 */
	public PictureNames(Path origin, List<String> pictures) {
		this.origin = origin.toAbsolutePath().normalize().toString().replace('\\', '/');
		this.pictures = pictures;
		this.paths = new HashMap<>();
		for (int i = 0; i < pictures.size(); i++) {
			put(this.paths, pictures.get(i), i);
			put(this.paths, stem(pictures.get(i)), i);
		}
		this.ends = ends(UnaryOperator.identity());
		this.endsInAnyCase = ends((name) -> name.toLowerCase(Locale.ROOT));
	}

	private Map<String, Integer> ends(UnaryOperator<String> form) {
		Map<String, Integer> ends = new HashMap<>();
		for (int i = 0; i < this.pictures.size(); i++) {
			String path = form.apply(this.pictures.get(i));
			String stem = form.apply(stem(this.pictures.get(i)));
			int start = 0;
			do {
				put(ends, path.substring(start), i);
				put(ends, stem.substring(start), i);
				start = path.indexOf('/', start) + 1;
			}
			while (start > 0);
		}
		return ends;
	}

	private static String stem(String path) {
		int dot = path.lastIndexOf('.');
		return (dot > path.lastIndexOf('/') + 1) ? path.substring(0, dot) : path;
	}

	private static void put(Map<String, Integer> names, String name, int index) {
		names.merge(name, index, (one, other) -> one.equals(other) ? one : SEVERAL);
	}

	/** Returns the index of the picture that a cell names, or {@value #NONE}. */
	public int find(String cell) {
		String name = plain(cell);
		int found = this.paths.getOrDefault(name, NONE);
		if (found < 0) {
			found = this.ends.getOrDefault(name, NONE);
		}
		if (found < 0) {
			found = this.endsInAnyCase.getOrDefault(name.toLowerCase(Locale.ROOT), NONE);
		}
		return Math.max(found, NONE);
	}

	private String plain(String cell) {
		String name = Normalizer.normalize(cell.strip().replace('\\', '/'), Normalizer.Form.NFC);
		while (name.startsWith("./")) {
			name = name.substring(2);
		}
		String folder = this.origin.substring(this.origin.lastIndexOf('/') + 1) + '/';
		if (name.startsWith(this.origin + '/')) {
			return name.substring(this.origin.length() + 1);
		}
		boolean below = name.startsWith(folder) && !this.paths.containsKey(name);
		return below ? name.substring(folder.length()) : name;
	}

	/** The path of the first picture, as an example. */
	String example() {
		return this.pictures.isEmpty() ? "?" : this.pictures.getFirst();
	}

	int size() {
		return this.pictures.size();
	}

}
