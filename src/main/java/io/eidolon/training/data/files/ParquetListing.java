package io.eidolon.training.data.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the pictures of Parquet files, as Hugging Face keeps sets of them. Their bytes
 * are copied into a temporary file first, since rows can only be read in their order. The
 * other columns become a table beside the pictures, and a column of classes the files
 * that WebDataset has for them.
 */
final class ParquetListing {

	private static final Logger logger = LoggerFactory.getLogger(ParquetListing.class);

	static final String EXTENSION = "parquet";

	private static final String TABLE = "columns.csv";

	private final List<StoredFile> files = new ArrayList<>();

	private final StringBuilder table = new StringBuilder();

	private final PassedOver passedOver = new PassedOver();

	private final FileChannel pictures;

	private final OutputStream out;

	private int rows;

	private long end;

	private ParquetListing(FileChannel pictures, OutputStream out) {
		this.pictures = pictures;
		this.out = out;
	}

	/**
	 * Lists the rows of files as one set.
	 * @param origin the folder or the file that was given
	 * @throws IOException when one cannot be read, or has no column of pictures
	 */
	static FileTree of(Path origin, List<Path> parts) throws IOException {
		Path temporary = Files.createTempFile("eidolon-", ".pictures");
		FileChannel channel = FileChannel.open(temporary);
		FileTree.Closing closing = () -> {
			channel.close();
			Files.deleteIfExists(temporary);
		};
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
			ParquetListing listing = new ParquetListing(channel, out);
			for (Path part : parts) {
				listing.add(part);
			}
			byte[] table = listing.table.toString().getBytes(StandardCharsets.UTF_8);
			listing.files.add(StoredFile.named(TABLE, table.length, 0, () -> table));
			return new FileTree(origin, listing.files, List.of(), listing.passedOver, closing);
		}
		catch (IOException | RuntimeException ex) {
			closing.close();
			throw ex;
		}
	}

	private void add(Path part) throws IOException {
		try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(part));
				RowReader row = reader.rowReader();
				CSVPrinter printer = new CSVPrinter(this.table, CSVFormat.DEFAULT)) {
			ParquetColumns columns = ParquetColumns.of(reader);
			if (this.table.isEmpty()) {
				printer.print("file");
				printer.printRecord(columns.others());
			}
			String folder = folder(part);
			long modified = Files.getLastModifiedTime(part).toMillis();
			PreparationProgress progress = new PreparationProgress("Copied", "rows of " + part.getFileName(),
					Math.toIntExact(reader.getFileMetaData().numRows()), System::nanoTime, logger::info);
			while (row.hasNext()) {
				row.next();
				progress.step();
				byte[] picture = columns.picture(row);
				if (picture == null) {
					this.passedOver.count("rows that hold no bytes of a picture");
				}
				else {
					String stem = folder + String.format(Locale.ROOT, "%08d", this.rows++);
					add(stem + columns.extension(row), picture, modified);
					addClass(stem, columns.label(row));
					printer.print(stem);
					printer.printRecord(columns.values(row));
				}
			}
		}
		// What the library throws at what it cannot read
		catch (IOException | RuntimeException ex) {
			throw new IOException("%s: %s".formatted(part.getFileName(), ex.getMessage()), ex);
		}
	}

	private void add(String path, byte[] picture, long modified) throws IOException {
		long start = this.end;
		this.out.write(picture);
		this.end += picture.length;
		this.files.add(StoredFile.named(path, picture.length, modified, () -> read(start, picture.length)));
	}

	private void addClass(String stem, String label) {
		if (!label.isEmpty()) {
			byte[] text = label.getBytes(StandardCharsets.UTF_8);
			this.files.add(StoredFile.named(stem + ".cls", text.length, 0, () -> text));
		}
	}

	/** The part of a set that a file is of: "train/" of train-00000-of-00002.parquet. */
	private static String folder(Path part) {
		String stem = part.getFileName().toString().replaceFirst("\\.[^.]*$", "");
		if (stem.matches("\\d+")) {
			Path parent = part.toAbsolutePath().getParent();
			return ((parent != null) ? parent.toFile().getName() : stem) + '/';
		}
		return stem.replaceFirst("-\\d+.*$", "") + '/';
	}

	private byte[] read(long start, int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining()) {
			if (this.pictures.read(bytes, start + bytes.position()) < 0) {
				throw new IOException("lies beyond the end of what was copied");
			}
		}
		return bytes.array();
	}

}
