package io.eidolon.web.http;

import java.lang.annotation.Annotation;

import io.eidolon.serving.Bounds;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/** Knows the range that an annotation of a form's number stands for. */
class FormBounds {

	private final BeanFactory beans;

	FormBounds(BeanFactory beans) {
		this.beans = beans;
	}

	/** Returns the range that one of the annotations stands for, null where none does. */
	@Nullable Bound find(Annotation @Nullable [] annotations) {
		if (annotations != null) {
			for (Annotation annotation : annotations) {
				if (annotation instanceof Between between) {
					return Bound.of(between);
				}
				if (annotation instanceof Limit limit) {
					return of(limit);
				}
			}
		}
		return null;
	}

	/** Returns the range that is in force. */
	Bound of(Limit limit) {
		var method = ReflectionUtils.findMethod(limit.settings(), limit.name());
		Assert.state(method != null, () -> "%s has no %s()".formatted(limit.settings(), limit.name()));
		Object bounds = ReflectionUtils.invokeMethod(method, this.beans.getBean(limit.settings()));
		Assert.isInstanceOf(Bounds.class, bounds);
		return Bound.of((Bounds) bounds);
	}

}
