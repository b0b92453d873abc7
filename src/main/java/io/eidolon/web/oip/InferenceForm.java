package io.eidolon.web.oip;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tensors that a model is to run on. */
@JsonIgnoreProperties(ignoreUnknown = true)
record InferenceForm(@Schema(description = "Comes back with the answer") @Nullable String id,

		@Schema(description = "binary_data_output: whether tensors come back in binary; strength: how closely words are followed") @Nullable Map<String, Object> parameters,

		@Schema(description = "The tensors that go in") List<InputForm> inputs,

		@Schema(description = "The tensors that are to come back; all if left out") @Nullable List<OutputForm> outputs) {

	/** The value of a parameter, null where it is missing or of another type. */
	static <T> @Nullable T parameter(@Nullable Map<String, Object> parameters, String name, Class<T> type) {
		Object value = (parameters != null) ? parameters.get(name) : null;
		return type.isInstance(value) ? type.cast(value) : null;
	}

	/** A tensor that goes in. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record InputForm(@Schema(example = "z") String name,

			@Schema(description = "The first dimension counts rows", example = "[1, 64]") List<Long> shape,

			@Schema(allowableValues = {
					"FP32", "INT64", "INT32", "UINT8", "BYTES" }) String datatype,

			@Schema(description = "binary_data_size: how many bytes after the JSON are its own") @Nullable Map<String, Object> parameters,

			@Schema(description = "Its elements, row by row") @Nullable List<Object> data){

	}

	/** A tensor that is to come back. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record OutputForm(@Schema(example = "image") String name,

			@Schema(description = "binary_data: whether it comes back in binary") @Nullable Map<String, Object> parameters) {

	}

}
