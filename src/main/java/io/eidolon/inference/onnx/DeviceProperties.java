package io.eidolon.inference.onnx;

import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What images are generated on.
 *
 * @param device cpu, cuda (needs a build with the Maven profile gpu), or auto: cuda when
 * it can be had
 */
@ConfigurationProperties("eidolon")
record DeviceProperties(@DefaultValue("cpu") Wish device) {

	/** What may be asked for. */
	enum Wish {

		CPU, CUDA, AUTO;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
