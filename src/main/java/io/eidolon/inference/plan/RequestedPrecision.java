package io.eidolon.inference.plan;

import io.eidolon.modelcard.ModelName;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What models are to compute with: {@code eidolon.models.<name>.precision}. */
public final class RequestedPrecision {

	private final Binder binder;

	public RequestedPrecision(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/** The name of the setting of a model. */
	static String setting(String model) {
		return "eidolon.models%s.precision".formatted(ModelName.setting(model));
	}

	/** What a model is to compute with. */
	public Wish of(String model) {
		return this.binder.bind(setting(model), Wish.class).orElse(Wish.FLOAT32);
	}

	/** What may be asked for. */
	public enum Wish {

		/** 32-bit floating point. */
		FLOAT32,

		/** 8-bit integers, and no service where pictures suffer too much from them. */
		INT8,

		/** 8-bit integers where they gain and pictures are close, else floats. */
		AUTO

	}

}
