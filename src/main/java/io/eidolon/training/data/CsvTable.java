package io.eidolon.training.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file that says something of pictures. Its first line names its columns, and its
 * first column the file of a picture, relative to the folder of the pictures.
 *
 * @param file where it is
 * @param columns the names of its columns
 * @param rows its rows
 */
record CsvTable(Path file, List<String> columns, List<CSVRecord> rows) {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

	/** Lists the CSV files in a folder. */
	static List<Path> in(Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.filter((path) -> path.toString().endsWith(".csv")).sorted().toList();
		}
	}

	static CsvTable read(Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file); CSVParser parser = FORMAT.parse(reader)) {
			return new CsvTable(file, parser.getHeaderNames(), parser.getRecords());
		}
	}

	/** Holds the table to having a column. */
	void require(String column) {
		if (!this.columns.contains(column)) {
			throw new DataException("%s has no column %s; it has %s".formatted(this.file, column, this.columns));
		}
	}

	/** The file that a row is about. */
	static String picture(CSVRecord row) {
		return row.get(0);
	}

	/** A value without the spaces around it, empty when the row is too short. */
	static String value(CSVRecord row, String column) {
		return row.isSet(column) ? row.get(column).strip() : "";
	}

}
