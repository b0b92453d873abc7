package io.eidolon.training.data.labels;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.training.data.files.StoredFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads tables as people have them: in UTF-8, with a mark of it or without, in UTF-16 or
 * Windows-1252; with commas, semicolons, tabs, bars or spaces between values; with an
 * index in front, or the number of rows above, as CelebA's.
 */
public final class TableReader {

	private static final String WINDOWS = "windows-1252";

	private static final char MARK = '\uFEFF';

	private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

	private TableReader() {
	}

	/**
	 * Reads a table.
	 * @throws IOException when the file cannot be read, or is no table
	 */
	public static Table read(StoredFile file) throws IOException {
		try {
			return parse(file.path(), text(file.read()));
		}
		// The parser throws both at what is no table
		catch (IOException | RuntimeException ex) {
			throw new IOException("%s cannot be read as a table: %s".formatted(file.path(), ex.getMessage()), ex);
		}
	}

	private static String text(byte[] bytes) {
		int first = (bytes.length > 1) ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
		if (first == 0xFFFE || first == 0xFEFF) {
			return new String(bytes, StandardCharsets.UTF_16);
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return (!text.isEmpty() && text.charAt(0) == MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException _) {
			return new String(bytes,
					Charset.isSupported(WINDOWS) ? Charset.forName(WINDOWS) : StandardCharsets.ISO_8859_1);
		}
	}

	private static Table parse(String title, String text) throws IOException {
		// CelebA's files begin with the number of their rows
		String rows = text.replaceFirst("^\\s*\\d+[ \\t]*\\R", "");
		String header = rows.lines().findFirst().orElse("");
		char separator = SEPARATORS.stream()
			.max(Comparator.comparingLong((Character candidate) -> header.chars().filter((c) -> c == candidate).count())
				.thenComparing(Comparator.comparing(SEPARATORS::indexOf).reversed()))
			.orElseThrow();
		if (header.indexOf(separator) < 0 && header.strip().contains(" ")) {
			separator = '\t';
			rows = rows.lines().map((line) -> line.strip().replaceAll("\\s+", "\t")).collect(Collectors.joining("\n"));
		}
		CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
		try (CSVParser parser = CSVParser.parse(new StringReader(rows), format)) {
			return table(title, parser.getRecords());
		}
	}

	private static Table table(String title, List<CSVRecord> records) {
		if (records.isEmpty()) {
			return new Table(title, List.of(), List.of());
		}
		List<String> columns = new ArrayList<>(records.getFirst().stream().map(String::strip).toList());
		int most = records.stream().skip(1).mapToInt(CSVRecord::size).max().orElse(0);
		// The first column of CelebA's attributes, and of tables that R writes, has no
		// name
		if (most == columns.size() + 1) {
			columns.addFirst("");
		}
		List<List<String>> rows = records.stream().skip(1).map((row) -> cells(row, columns.size())).toList();
		return new Table(title, Collections.unmodifiableList(columns), rows);
	}

	private static List<String> cells(CSVRecord row, int columns) {
		return Stream
			.concat(row.stream(), IntStream.range(row.size(), Math.max(row.size(), columns)).mapToObj((_) -> ""))
			.limit(columns)
			.toList();
	}

}
