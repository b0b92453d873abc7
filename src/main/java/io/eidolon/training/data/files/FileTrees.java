package io.eidolon.training.data.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Opens folders and archives. */
public final class FileTrees {

	/** The extension of what an LMDB environment holds, whatever it is. */
	public static final String LMDB_VALUE = LmdbListing.FILE;

	private static final List<String> TAR = List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz",
			".tar.zst");

	private FileTrees() {
	}

	/**
	 * Lists what is at a path: of a folder or an archive its files, of any other file
	 * those in its folder.
	 * @param check asked while something is copied; it ends that by an exception
	 */
	public static FileTree open(Path path, Runnable check) throws IOException {
		if (Files.isDirectory(path)) {
			Path lmdb = path.resolve(LmdbListing.FILE);
			return Files.isRegularFile(lmdb) ? LmdbListing.of(lmdb)
					: withShards(FolderListing.of(path, Integer.MAX_VALUE), check);
		}
		if (isLmdb(path)) {
			return LmdbListing.of(path);
		}
		if (isZip(path)) {
			return ZipListing.of(path);
		}
		if (isParquet(path)) {
			return ParquetListing.of(path, List.of(path), check);
		}
		return isTar(path) ? TarListing.of(path, check) : FolderListing.of(path.toAbsolutePath().resolveSibling(""), 1);
	}

	/** Whether a path is one file, and no archive. */
	public static boolean isOneFile(Path path) {
		return !Files.isDirectory(path) && !isLmdb(path) && !isZip(path) && !isTar(path) && !isParquet(path);
	}

	/** Lists the tables in the two folders above a path, where they are often kept. */
	public static List<StoredFile> above(Path path, List<String> extensions) throws IOException {
		List<StoredFile> found = new ArrayList<>();
		Path folder = path.toAbsolutePath().normalize().getParent();
		for (int i = 0; i < 2 && folder != null; i++) {
			FolderListing.of(folder, 1)
				.files()
				.stream()
				.filter((file) -> extensions.contains(file.extension()))
				.forEach(found::add);
			folder = folder.getParent();
		}
		return found;
	}

	/**
	 * A folder of Parquet files, as Hugging Face keeps sets, of tar files, as WebDataset
	 * does, or of folders with LMDB environments, as LSUN's categories, is read as one.
	 */
	private static FileTree withShards(FileTree folder, Runnable check) throws IOException {
		List<Path> parts = folder.files()
			.stream()
			.filter((file) -> file.extension().equals(ParquetListing.EXTENSION))
			.map((file) -> folder.origin().resolve(file.path()))
			.toList();
		if (!parts.isEmpty()) {
			return ParquetListing.of(folder.origin(), parts, check);
		}
		List<StoredFile> shards = folder.files().stream().filter(FileTrees::isShard).toList();
		if (shards.isEmpty()) {
			return folder;
		}
		List<StoredFile> files = new ArrayList<>(folder.files());
		files.removeIf((file) -> isShard(file) || file.name().equals(LmdbListing.LOCK));
		List<FileTree> opened = new ArrayList<>();
		FileTree.Closing closing = () -> opened.forEach(FileTree::close);
		try {
			for (StoredFile shard : shards) {
				FileTree tree = open(folder.origin().resolve(shard.path()), check);
				opened.add(tree);
				tree.files().forEach((file) -> files.add(file.below(isLmdb(shard) ? shard.folder() : shard.path())));
				folder.passedOver().add(tree.passedOver());
			}
		}
		catch (IOException | RuntimeException ex) {
			closing.close();
			throw ex;
		}
		return new FileTree(folder.origin(), files, folder.folders(), folder.passedOver(), closing);
	}

	private static boolean isShard(StoredFile file) {
		return file.extension().equals("tar") || isLmdb(file);
	}

	private static boolean isLmdb(StoredFile file) {
		return file.name().equals(LmdbListing.FILE) && !file.folder().isEmpty();
	}

	private static boolean isLmdb(Path path) {
		return path.endsWith(LmdbListing.FILE) || path.toString().toLowerCase(Locale.ROOT).endsWith(".lmdb");
	}

	private static boolean isZip(Path path) {
		return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
	}

	private static boolean isParquet(Path path) {
		return path.toString().toLowerCase(Locale.ROOT).endsWith('.' + ParquetListing.EXTENSION);
	}

	private static boolean isTar(Path path) {
		String name = path.toString().toLowerCase(Locale.ROOT);
		return TAR.stream().anyMatch(name::endsWith);
	}

}
