package io.eidolon.training.data.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Lists a folder. Links are followed; what cannot be listed is told of, and the rest is
 * listed nevertheless.
 */
final class FolderListing extends SimpleFileVisitor<Path> {

	private static final char UNDECODED = '\uFFFD';

	private final Path root;

	private final List<StoredFile> files = new ArrayList<>();

	private final List<String> folders = new ArrayList<>();

	private final PassedOver passedOver = new PassedOver();

	private FolderListing(Path root) {
		this.root = root;
	}

	/**
	 * Lists a folder.
	 * @param depth how many folders deep, 1 for its own files
	 */
	static FileTree of(Path root, int depth) throws IOException {
		FolderListing listing = new FolderListing(root);
		Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, listing);
		return new FileTree(root, listing.files, listing.folders, listing.passedOver, FileTree.Closing.NOTHING);
	}

	@Override
	public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
		if (!folder.equals(this.root)) {
			this.folders.add(path(folder));
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
		if (attributes.isRegularFile()) {
			this.files.add(StoredFile.named(path(file), attributes.size(), attributes.lastModifiedTime().toMillis(),
					() -> read(file)));
		}
		else if (attributes.isSymbolicLink()) {
			this.passedOver.name(path(file) + ": a broken link");
		}
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
		if (file.equals(this.root)) {
			throw failure;
		}
		this.passedOver.name(path(file) + ": " + switch (failure) {
			case FileSystemLoopException _ -> "a link back to a folder above it";
			case AccessDeniedException _ -> "no permission";
			default -> failure.getMessage();
		});
		return FileVisitResult.CONTINUE;
	}

	@Override
	public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
		if (failure != null) {
			this.passedOver.name(path(folder) + ": listed in part, " + failure.getMessage());
		}
		return FileVisitResult.CONTINUE;
	}

	private static byte[] read(Path file) throws IOException {
		try {
			return Files.readAllBytes(file);
		}
		catch (AccessDeniedException ex) {
			throw new IOException("no permission", ex);
		}
	}

	/** The path below the root, as text that is the same whatever the locale. */
	private String path(Path file) {
		String path = this.root.relativize(file).toString().replace('\\', '/');
		if (path.indexOf(UNDECODED) < 0) {
			return path;
		}
		// A URI holds the bytes of the name, where the locale has no characters for them
		String below = file.toUri().getPath().substring(this.root.toUri().getPath().length());
		return below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
	}

}
