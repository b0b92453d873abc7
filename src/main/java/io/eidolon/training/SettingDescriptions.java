package io.eidolon.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the Javadoc of the records says of each setting, as the build has written it down.
 */
final class SettingDescriptions {

	private static final String FILE = "META-INF/spring-configuration-metadata.json";

	private final Map<String, JsonNode> settings = new HashMap<>();

	/** Reads the files of all jars. */
	SettingDescriptions() {
		try {
			List<URL> files = Collections.list(SettingDescriptions.class.getClassLoader().getResources(FILE));
			for (URL file : files) {
				try (InputStream in = file.openStream()) {
					JsonMapper.shared()
						.readTree(in)
						.path("properties")
						.valueStream()
						.forEach((setting) -> this.settings.put(setting.path("name").asString(""), setting));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What it is, with its default where it has one. */
	String of(String setting) {
		JsonNode described = this.settings.get(setting);
		if (described == null) {
			return "";
		}
		String text = described.path("description").asString("");
		return described.has("defaultValue") ? "%s (%s)".formatted(text, value(described.path("defaultValue"))) : text;
	}

	/** Whether it may be given without a value. */
	boolean isSwitch(String setting) {
		JsonNode described = this.settings.get(setting);
		return described != null && described.path("type").asString("").equals(Boolean.class.getName());
	}

	/** Whether it has several values. */
	boolean isList(String setting) {
		JsonNode described = this.settings.get(setting);
		return described != null && described.path("type").asString("").matches("java.util.(List|Set)<.*");
	}

	private static String value(JsonNode value) {
		return value.isArray() ? String.join(",", value.valueStream().map(JsonNode::asString).toList())
				: value.asString();
	}

}
