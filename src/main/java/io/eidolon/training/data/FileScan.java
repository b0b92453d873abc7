package io.eidolon.training.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.FileTrees;
import io.eidolon.training.data.files.PassedOver;
import io.eidolon.training.data.files.StoredFile;

/**
 * Which files of a tree are pictures to train on, and why the others are not: folders of
 * tools and of test sets are left out.
 *
 * @param root the folder that all pictures are in, below which folders may be classes
 * @param pictures what is trained on
 * @param others what is beside them, such as tables
 * @param passedOver what is not trained on
 */
record FileScan(String root, List<StoredFile> pictures, List<StoredFile> others, PassedOver passedOver) {

	/** What names of picture files end with. */
	static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "bmp", "dib",
			FileTrees.LMDB_VALUE);

	/** What belongs to pictures and is not worth a word. */
	private static final Set<String> BESIDE = Set.of("csv", "tsv", "txt", "cls", "json", "xml");

	private static final Set<String> TOOLS = Set.of("lost+found", "$recycle.bin", "system volume information",
			"#recycle");

	private static final Set<String> TRAINING = Set.of("train", "training");

	private static final Set<String> HELD_OUT = Set.of("test", "testing", "val", "valid", "validation", "dev", "eval");

	static FileScan of(FileTree tree) {
		PassedOver passedOver = new PassedOver();
		passedOver.add(tree.passedOver());
		List<StoredFile> visible = tree.files().stream().filter((file) -> isVisible(file, passedOver)).toList();
		List<StoredFile> all = visible.stream().filter((file) -> EXTENSIONS.contains(file.extension())).toList();
		List<StoredFile> others = visible.stream().filter((file) -> !EXTENSIONS.contains(file.extension())).toList();
		others.stream()
			.filter((file) -> !BESIDE.contains(file.extension()))
			.forEach((file) -> passedOver
				.count(file.extension().isEmpty() ? "without an extension" : "." + file.extension()));
		List<StoredFile> training = trainingSet(all, passedOver);
		String root = commonFolder(training);
		emptyClasses(tree.folders(), all, root).forEach((folder) -> passedOver.name(folder + ": no pictures"));
		return new FileScan(root, training, others, passedOver);
	}

	private static boolean isVisible(StoredFile file, PassedOver passedOver) {
		String hidden = folders(file.path()).stream()
			.map((folder) -> folder.substring(folder.lastIndexOf('/') + 1))
			.filter(FileScan::isOfTool)
			.findFirst()
			.orElse("");
		if (!hidden.isEmpty()) {
			passedOver.count("in " + hidden);
			return false;
		}
		if (file.name().startsWith(".")) {
			passedOver.count("hidden");
			return false;
		}
		return true;
	}

	private static boolean isOfTool(String folder) {
		return folder.startsWith(".") || folder.startsWith("@") || folder.startsWith("__")
				|| TOOLS.contains(folder.toLowerCase(Locale.ROOT));
	}

	/** Leaves out each test set that has a training set beside it. */
	private static List<StoredFile> trainingSet(List<StoredFile> all, PassedOver passedOver) {
		Set<String> folders = all.stream().flatMap((file) -> folders(file.path()).stream()).collect(Collectors.toSet());
		Set<String> divided = folders.stream()
			.filter((folder) -> TRAINING.contains(name(folder)))
			.map(FileScan::parent)
			.collect(Collectors.toSet());
		List<StoredFile> training = new ArrayList<>();
		for (StoredFile file : all) {
			folders(file.path()).stream()
				.filter((folder) -> HELD_OUT.contains(name(folder)) && divided.contains(parent(folder)))
				.findFirst()
				.ifPresentOrElse((folder) -> passedOver.count("in %s, beside a training set".formatted(folder)),
						() -> training.add(file));
		}
		return training;
	}

	private static String name(String folder) {
		return folder.substring(folder.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
	}

	private static String parent(String folder) {
		return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
	}

	/** The folders that a file is in, from the top: "a", "a/b". */
	private static List<String> folders(String path) {
		List<String> folders = new ArrayList<>();
		for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
			folders.add(path.substring(0, slash));
		}
		return folders;
	}

	private static String commonFolder(List<StoredFile> pictures) {
		List<String> common = pictures.isEmpty() ? List.of() : folders(pictures.getFirst().path());
		for (StoredFile picture : pictures) {
			int length = 0;
			while (length < common.size() && picture.path().startsWith(common.get(length) + "/")) {
				length++;
			}
			common = common.subList(0, length);
		}
		return common.isEmpty() ? "" : common.getLast();
	}

	private static Collection<String> emptyClasses(List<String> listed, List<StoredFile> all, String root) {
		Set<String> filled = new HashSet<>();
		all.forEach((file) -> filled.addAll(folders(file.path())));
		return listed.stream()
			.filter((folder) -> parent(folder).equals(root) && !filled.contains(folder))
			.filter((folder) -> folders(folder + "/").stream().map(FileScan::name).noneMatch(FileScan::isOfTool))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
