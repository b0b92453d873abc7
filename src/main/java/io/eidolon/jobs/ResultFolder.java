package io.eidolon.jobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.eidolon.modelcard.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A folder with a folder for each job. Files get their names when they are on the disk.
 */
final class ResultFolder implements Results {

	private final Path folder;

	private final WorkFolder work;

	/**
	 * Creates the folder unless it is there.
	 * @throws IOException when it cannot be created
	 */
	ResultFolder(Path folder) throws IOException {
		this.folder = folder;
		this.work = new WorkFolder(folder);
	}

	@Override
	public Path newFile() throws IOException {
		return this.work.newFile();
	}

	@Override
	public Unnamed bring(Path file, String job, String name, String sha256) throws IOException {
		sync(file);
		return new Unnamed() {

			@Override
			public void name() throws IOException {
				Path results = ResultFolder.this.folder.resolve(job);
				if (Files.notExists(results)) {
					Files.createDirectories(results);
					sync(ResultFolder.this.folder);
				}
				Files.move(file, results.resolve(name), StandardCopyOption.ATOMIC_MOVE);
				sync(results);
			}

			@Override
			public void close() throws IOException {
				Files.deleteIfExists(file);
			}

		};
	}

	private Path file(String job, String name) {
		return this.folder.resolve(job).resolve(name);
	}

	@Override
	public Optional<StoredShard> find(Job job, Shard shard) throws IOException {
		String name = shard.file(job.request().archive());
		Path file = file(job.id(), name);
		return Files.exists(file)
				? Optional.of(new StoredShard(shard.number(), name, Files.size(file), Sha256.hex(file)))
				: Optional.empty();
	}

	@Override
	public Optional<Resource> read(String job, String name) {
		return Optional.of(file(job, name)).filter(Files::exists).map(FileSystemResource::new);
	}

	@Override
	public Set<String> names(String job) throws IOException {
		Path results = this.folder.resolve(job);
		if (Files.notExists(results)) {
			return Set.of();
		}
		try (Stream<Path> files = Files.list(results)) {
			return files.map((file) -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
		}
	}

	@Override
	public void remove(String job) throws IOException {
		Files.walkFileTree(this.folder.resolve(job), new Removal());
	}

	@Override
	public void removeAbandoned(Instant time) throws IOException {
		this.work.removeAbandoned(time);
	}

	@Override
	public long free() throws IOException {
		return Files.getFileStore(this.folder).getUsableSpace();
	}

	@Override
	public @Nullable String location(String job) {
		return null;
	}

	private static void sync(Path path) throws IOException {
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	@Override
	public void close() {
		// Nothing is open.
	}

	/**
	 * Removes all that it comes to. Whoever cancels a job and whoever was writing to it
	 * may do this at the same time: what the other has removed already is no failure.
	 */
	private static final class Removal extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
			if (ex instanceof NoSuchFileException) {
				return FileVisitResult.CONTINUE;
			}
			throw ex;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) throws IOException {
			if (ex != null) {
				throw ex;
			}
			Files.deleteIfExists(folder);
			return FileVisitResult.CONTINUE;
		}

	}

}
