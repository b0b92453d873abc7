package io.eidolon.training.data.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the columns of a Parquet file mean: one holds pictures, as bytes or as Hugging
 * Face's pair of bytes and path; of the others, one may say classes.
 *
 * @param picture the name of the column of pictures
 * @param paired whether it holds pairs
 * @param others the names of the columns of numbers, texts, and lists of them
 * @param names the names of classes by the column that has their numbers
 * @param label the column of classes, or null
 */
record ParquetColumns(String picture, boolean paired, List<String> others, Map<String, List<String>> names,
		@Nullable String label) {

	private static final String BYTES = "bytes";

	private static final String PATH = "path";

	private static final String LABEL = "label";

	/**
	 * Reads the schema of a file.
	 * @throws IOException when no column holds pictures
	 */
	static ParquetColumns of(ParquetFileReader reader) throws IOException {
		List<SchemaNode> columns = reader.getFileSchema().getRootNode().children();
		SchemaNode picture = columns.stream()
			.filter(ParquetColumns::isPaired)
			.findFirst()
			.or(() -> columns.stream().filter(ParquetColumns::isBytes).findFirst())
			.orElseThrow(() -> new IOException("no column holds pictures, as bytes or as {bytes, path}; there are "
					+ columns.stream().map(SchemaNode::name).toList()));
		List<String> others = columns.stream().filter(ParquetColumns::isValue).map(SchemaNode::name).toList();
		Map<String, List<String>> names = names(reader.getFileMetaData().keyValueMetadata());
		List<String> classes = others.stream().filter(names::containsKey).toList();
		String label = (classes.size() == 1) ? classes.getFirst() : others.contains(LABEL) ? LABEL : null;
		return new ParquetColumns(picture.name(), isPaired(picture), others, names, label);
	}

	private static boolean isPaired(SchemaNode column) {
		return column instanceof SchemaNode.GroupNode group && group.isStruct()
				&& group.children().stream().anyMatch((child) -> child.name().equals(BYTES));
	}

	private static boolean isBytes(SchemaNode column) {
		return column instanceof SchemaNode.PrimitiveNode plain && plain.type() == PhysicalType.BYTE_ARRAY
				&& plain.logicalType() == null;
	}

	private static boolean isValue(SchemaNode column) {
		return (column instanceof SchemaNode.PrimitiveNode && !isBytes(column))
				|| (column instanceof SchemaNode.GroupNode group && group.isList()
						&& group.getListElement() instanceof SchemaNode.PrimitiveNode);
	}

	/** What Hugging Face's datasets write down of columns of classes. */
	private static Map<String, List<String>> names(@Nullable Map<String, String> metadata) {
		String json = (metadata != null) ? metadata.get("huggingface") : null;
		Map<String, List<String>> names = new HashMap<>();
		if (json != null) {
			JsonNode features = JsonMapper.shared().readTree(json).path("info").path("features");
			features.properties().forEach((feature) -> {
				List<String> classes = feature.getValue().path("names").valueStream().map(JsonNode::asString).toList();
				if (!classes.isEmpty()) {
					names.put(feature.getKey(), classes);
				}
			});
		}
		return names;
	}

	/** The bytes of a row's picture, or null where they are not in the file. */
	byte @Nullable [] picture(RowReader row) {
		if (row.isNull(this.picture)) {
			return null;
		}
		if (!this.paired) {
			return row.getBinary(this.picture);
		}
		PqStruct pair = row.getStruct(this.picture);
		return pair.isNull(BYTES) ? null : pair.getBinary(BYTES);
	}

	/** What the name of a row's picture ends with; the reader looks at the bytes. */
	String extension(RowReader row) {
		return Optional.of(this.paired)
			.filter((paired) -> paired)
			.map((_) -> row.getStruct(this.picture))
			.filter((pair) -> has(pair, PATH) && !pair.isNull(PATH))
			.map((pair) -> pair.getString(PATH))
			.filter((path) -> path.lastIndexOf('.') > path.lastIndexOf('/'))
			.map((path) -> path.substring(path.lastIndexOf('.')).toLowerCase(Locale.ROOT))
			.orElse(".png");
	}

	private static boolean has(PqStruct pair, String field) {
		for (int i = 0; i < pair.getFieldCount(); i++) {
			if (pair.getFieldName(i).equals(field)) {
				return true;
			}
		}
		return false;
	}

	/** The name of a row's class, empty for none. */
	String label(RowReader row) {
		return (this.label != null) ? value(row, this.label) : "";
	}

	/** The other values of a row, as texts; those of a list are lines. */
	List<String> values(RowReader row) {
		List<String> values = new ArrayList<>();
		this.others.forEach((column) -> values.add(value(row, column)));
		return values;
	}

	private String value(RowReader row, String column) {
		if (row.isNull(column)) {
			return "";
		}
		Object value = row.getValue(column);
		List<String> classes = this.names.get(column);
		if (classes != null && value instanceof Number number) {
			int index = number.intValue();
			return (0 <= index && index < classes.size()) ? classes.get(index) : "";
		}
		return (value instanceof PqList list)
				? list.values().stream().map(ParquetColumns::text).collect(Collectors.joining("\n")) : text(value);
	}

	private static String text(Object value) {
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
	}

}
