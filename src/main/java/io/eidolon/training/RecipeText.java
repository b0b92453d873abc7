package io.eidolon.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.eidolon.training.augment.Augmentation;
import io.eidolon.training.network.NetworkFamily;
import io.eidolon.training.network.PictureSize;
import io.eidolon.training.objective.Objective;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import org.springframework.util.unit.DataSize;

/** Settings as YAML, each in the form in which it is read. */
final class RecipeText {

	private RecipeText() {
	}

	static String of(Map<String, Object> settings) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setSplitLines(false);
		return new Yaml(options).dump(plain(settings));
	}

	private static Object plain(Object value) {
		return switch (value) {
			case Map<?, ?> settings -> {
				Map<String, Object> plain = new LinkedHashMap<>();
				settings.forEach((name, setting) -> plain.put(String.valueOf(name), plain(setting)));
				yield plain;
			}
			// A list of its own each: YAML refers to what it has seen, also an empty list
			case List<?> list -> new ArrayList<>(list.stream().map(RecipeText::plain).toList());
			case Objective objective -> objective.name();
			case Augmentation augmentation -> augmentation.name();
			case NetworkFamily family -> family.id();
			case PictureSize size when size.width() == size.height() -> size.width();
			case PictureSize size -> size.toString();
			case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
			case Path path -> path.toString();
			case Duration duration -> duration.toString();
			case DataSize size -> (size.toBytes() % (1 << 20) == 0) ? size.toMegabytes() + "MB" : size.toBytes() + "B";
			case Number number -> number;
			case Boolean flag -> flag;
			case String text -> text;
			default -> throw new IllegalArgumentException("No recipe can hold a " + value.getClass().getName());
		};
	}

}
