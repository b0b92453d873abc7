package io.eidolon.web.http;

import java.beans.PropertyEditorSupport;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;

/**
 * Reads the values of queries and forms as those of JSON are read. Where a converter
 * refuses a value, Spring would try an editor of its own, which takes {@code +2},
 * {@code TRUE} and nothing at all.
 */
@Component
class StrictBinding extends ConfigurableWebBindingInitializer {

	private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(Integer.class, int.class, Float.class, float.class,
			Boolean.class, boolean.class);

	StrictBinding(@Qualifier("mvcConversionService") ConversionService conversion,
			@Qualifier("mvcValidator") Validator validator) {
		setConversionService(conversion);
		setValidator(validator);
	}

	@Override
	public void initBinder(WebDataBinder binder) {
		super.initBinder(binder);
		// What there is already, such as a body of JSON, is only validated.
		if (binder.getTarget() == null) {
			useWireTypes(binder);
		}
	}

	private static void useWireTypes(WebDataBinder binder) {
		ResolvableType target = binder.getTargetType();
		Class<?> form = (target != null) ? target.resolve() : null;
		boolean emptyIsNone = form != null && FormFields.class.isAssignableFrom(form);
		for (WireType<?> type : WireType.VALUES) {
			if (type.type() != String.class || emptyIsNone) {
				binder.registerCustomEditor(type.type(), new WireEditor(type, emptyIsNone));
				Class<?> primitive = PRIMITIVES.get(type.type());
				if (primitive != null) {
					binder.registerCustomEditor(primitive, new WireEditor(type, emptyIsNone));
				}
			}
		}
		if (form != null && form.isRecord()) {
			Arrays.stream(form.getRecordComponents())
				.map((component) -> component.getType())
				.filter(Class::isEnum)
				.forEach((type) -> binder.registerCustomEditor(type, editor(type, emptyIsNone)));
		}
	}

	private static WireEditor editor(Class<?> type, boolean emptyIsNone) {
		WireType<?> wire = WireType.find(type);
		if (wire == null) {
			throw new IllegalStateException(type + " is no closed choice");
		}
		return new WireEditor(wire, emptyIsNone);
	}

	/** Reads one value. */
	private static final class WireEditor extends PropertyEditorSupport {

		private final WireType<?> type;

		private final boolean emptyIsNone;

		WireEditor(WireType<?> type, boolean emptyIsNone) {
			this.type = type;
			this.emptyIsNone = emptyIsNone;
		}

		@Override
		public void setAsText(@Nullable String text) {
			String value = String.valueOf(text);
			setValue((value.isEmpty() && this.emptyIsNone) ? null : this.type.parser().apply(value));
		}

	}

}
