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
		for (WireType<?> type : WireType.VALUES) {
			if (type.type() != String.class) {
				binder.registerCustomEditor(type.type(), new WireEditor(type));
				Class<?> primitive = PRIMITIVES.get(type.type());
				if (primitive != null) {
					binder.registerCustomEditor(primitive, new WireEditor(type));
				}
			}
		}
		ResolvableType target = binder.getTargetType();
		Class<?> form = (target != null) ? target.resolve() : null;
		if (form != null && form.isRecord()) {
			Arrays.stream(form.getRecordComponents())
				.map((component) -> component.getType())
				.filter(Class::isEnum)
				.forEach((type) -> binder.registerCustomEditor(type, editor(type)));
		}
	}

	private static WireEditor editor(Class<?> type) {
		WireType<?> wire = WireType.find(type);
		if (wire == null) {
			throw new IllegalStateException(type + " is no closed choice");
		}
		return new WireEditor(wire);
	}

	/** Reads one value. */
	private static final class WireEditor extends PropertyEditorSupport {

		private final WireType<?> type;

		WireEditor(WireType<?> type) {
			this.type = type;
		}

		@Override
		public void setAsText(@Nullable String text) {
			setValue(this.type.parser().apply(String.valueOf(text)));
		}

	}

}
