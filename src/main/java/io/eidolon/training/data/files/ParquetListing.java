package io.eidolon.training.data.files;

import java.io.IOException;
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

	private final TemporaryFile pictures;

	private final Runnable check;

	private int rows;

	private ParquetListing(TemporaryFile pictures, Runnable check) {
		this.pictures = pictures;
		this.check = check;
	}

	/**
	 * Lists the rows of files as one set.
	 * @param origin the folder or the file that was given
	 * @param check asked before each row is copied; it ends that by an exception
	 * @throws IOException when one cannot be read, or has no column of pictures
	 */
	static FileTree of(Path origin, List<Path> parts, Runnable check) throws IOException {
		TemporaryFile pictures = TemporaryFile.create();
		try {
			ParquetListing listing = new ParquetListing(pictures, check);
			for (Path part : parts) {
				listing.add(part);
			}
			byte[] table = listing.table.toString().getBytes(StandardCharsets.UTF_8);
			listing.files.add(StoredFile.named(TABLE, table.length, 0, () -> table));
			return new FileTree(origin, listing.files, List.of(), listing.passedOver, pictures::close);
		}
		catch (IOException | RuntimeException ex) {
			pictures.close();
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
				this.check.run();
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
		// What the library throws at what it cannot read, unless it is the check
		catch (IOException | RuntimeException ex) {
			this.check.run();
			throw new IOException("%s: %s".formatted(part.getFileName(), ex.getMessage()), ex);
		}
	}

	private void add(String path, byte[] picture, long modified) throws IOException {
		long start = this.pictures.append(picture, picture.length);
		this.files.add(StoredFile.named(path, picture.length, modified,
				() -> ChannelBytes.read(this.pictures.channel(), start, picture.length)));
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

}
