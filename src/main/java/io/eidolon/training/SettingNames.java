package io.eidolon.training;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.ReflectionUtils;

/** The settings of records under the names by which people give them. */
final class SettingNames {

	private SettingNames() {
	}

	/** Returns the names, those of nested settings with a dot: "card.title". */
	static Set<String> of(Class<?> settings) {
		return Stream.of(settings.getRecordComponents())
			.flatMap((component) -> isNested(component)
					? of(component.getType()).stream().map((name) -> name(component) + "." + name)
					: Stream.of(name(component)))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Returns what is set, a map for each nested record, in the order of the record. */
	static Map<String, Object> values(Record settings) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (RecordComponent component : settings.getClass().getRecordComponents()) {
			ReflectionUtils.makeAccessible(component.getAccessor());
			Object value = ReflectionUtils.invokeMethod(component.getAccessor(), settings);
			if (value != null) {
				values.put(name(component),
						(value instanceof Record nested && isNested(component)) ? values(nested) : value);
			}
		}
		return values;
	}

	/** A record of another package is one value. */
	private static boolean isNested(RecordComponent component) {
		return component.getType().isRecord()
				&& component.getType().getPackage().equals(component.getDeclaringRecord().getPackage());
	}

	private static String name(RecordComponent component) {
		return component.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
