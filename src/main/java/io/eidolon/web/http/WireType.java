package io.eidolon.web.http;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * How values of a type travel. JSON bodies, query strings, error messages and the OpenAPI
 * page all ask here.
 *
 * @param <T> the type
 * @param type the type
 * @param tokens the JSON that stands for a value
 * @param allowed what a value may be, as it reads after "must be"
 * @param names the values of a closed choice, empty for other types
 * @param bound the range of a number that has one
 * @param parser reads the text of a value, and throws {@link IllegalArgumentException}
 */
public record WireType<T>(Class<T> type, Set<JsonToken> tokens, String allowed, List<String> names,
		@Nullable Bound bound, Function<String, T> parser) {

	private static final Set<JsonToken> NUMBERS = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);

	private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

	static final WireType<Float> FLOAT = value(Float.class, NUMBERS, "a finite number", WireType::finite);

	/** The types that are no closed choices. */
	static final List<WireType<?>> VALUES = List.of(
			value(Integer.class, Set.of(JsonToken.VALUE_NUMBER_INT), "a whole number",
					(text) -> Integer.valueOf(whole(text))),
			FLOAT, value(String.class, Set.of(JsonToken.VALUE_STRING), "text", (text) -> text),
			value(Boolean.class, Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), "true or false", WireType::truth),
			number(Seed.class, Set.of(JsonToken.VALUE_NUMBER_INT), "a whole number", new Bounds(Seed.MIN, Seed.MAX),
					(text) -> new Seed(Long.parseLong(whole(text)))),
			number(Truncation.class, NUMBERS, "a number", new Bounds(0, 1),
					(text) -> new Truncation(Double.parseDouble(number(text)))),
			value(Label.class, Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_STRING),
					"the index or the name of a class", Label::new),
			value(RgbColour.class, Set.of(JsonToken.VALUE_STRING), "a colour such as #cc2222", RgbColour::parse));

	private static <T> WireType<T> value(Class<T> type, Set<JsonToken> tokens, String allowed,
			Function<String, T> parser) {
		return new WireType<>(type, tokens, allowed, List.of(), null, parser);
	}

	private static <T> WireType<T> number(Class<T> type, Set<JsonToken> tokens, String kind, Bounds bounds,
			Function<String, T> parser) {
		return new WireType<>(type, tokens, kind + " " + bounds, List.of(), Bound.of(bounds), parser);
	}

	/** Returns a value of a closed choice as clients write it. */
	public static <E extends Enum<E>> String name(E constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Returns how a closed choice travels: as the names of its constants. */
	static <E extends Enum<E>> WireType<E> choice(Class<E> type) {
		List<E> constants = List.of(type.getEnumConstants());
		List<String> names = constants.stream().map(WireType::name).toList();
		return new WireType<>(type, Set.of(JsonToken.VALUE_STRING), "one of " + String.join(", ", names), names, null,
				(text) -> constants.stream()
					.filter((constant) -> name(constant).equals(text))
					.findFirst()
					.orElseThrow(() -> new IllegalArgumentException("no such name")));
	}

	// As JSON writes them: Java also reads other digits, signs, zeros in front and
	// letters
	// behind.
	private static String whole(String text) {
		return written(text, WHOLE);
	}

	private static String number(String text) {
		return written(text, NUMBER);
	}

	private static String written(String text, Pattern pattern) {
		if (!pattern.matcher(text).matches()) {
			throw new IllegalArgumentException("not written as a number");
		}
		return text;
	}

	private static Float finite(String text) {
		float value = Float.parseFloat(number(text));
		if (!Float.isFinite(value)) {
			throw new IllegalArgumentException("out of range");
		}
		return value;
	}

	private static Boolean truth(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException("neither true nor false");
		};
	}

	/** Returns how a type travels, null for one that has no text of its own. */
	@SuppressWarnings("unchecked")
	static @Nullable WireType<?> find(Class<?> type) {
		if (type.isEnum()) {
			return choice(type.asSubclass(Enum.class));
		}
		return VALUES.stream().filter((wire) -> wire.type() == type).findFirst().orElse(null);
	}

	/**
	 * Reads the text of a value.
	 * @param parameter what errors call it
	 * @param text null for a value that was left out
	 * @throws InvalidParameterException when it is no value of the type
	 */
	public static <T> @Nullable T parse(String parameter, @Nullable String text, Class<T> type) {
		WireType<?> wire = Objects.requireNonNull(find(type));
		try {
			return (text != null) ? type.cast(wire.parser().apply(text)) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidParameterException(parameter, text, wire.allowed());
		}
	}

	/** Says what a value of any type may be. */
	public static String allowed(Class<?> type) {
		WireType<?> wire = find(type);
		return (wire != null) ? wire.allowed() : described(type);
	}

	/** Returns the class that stands for the JSON of a value. */
	Class<?> jsonType() {
		if (this.tokens.contains(JsonToken.VALUE_STRING)) {
			return String.class;
		}
		if (this.tokens.contains(JsonToken.VALUE_TRUE)) {
			return Boolean.class;
		}
		return this.tokens.contains(JsonToken.VALUE_NUMBER_FLOAT) ? Double.class : Long.class;
	}

	private static String described(Class<?> type) {
		return Iterable.class.isAssignableFrom(type) ? "a list" : "one JSON object";
	}

}
