package io.eidolon.web.oip;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a network made.
 *
 * @param modelName the name of the network
 * @param modelVersion the version of its model
 * @param id that of the request
 * @param outputs the tensors
 */
record InferenceAnswer(@JsonProperty("model_name") String modelName, @JsonProperty("model_version") String modelVersion,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id, List<OutputAnswer> outputs) {

	/**
	 * A tensor.
	 *
	 * @param name its name
	 * @param shape its shape
	 * @param datatype of its elements
	 * @param parameters how many bytes after the JSON are its own
	 * @param data its elements, row by row; left out where they come in binary
	 */
	record OutputAnswer(String name, List<Long> shape, String datatype,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> parameters,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Object> data) {

		static OutputAnswer of(WireTensor tensor, boolean binary) {
			return binary
					? new OutputAnswer(tensor.name(), tensor.shape(), tensor.datatype().name(),
							Map.of("binary_data_size", tensor.data().length), null)
					: new OutputAnswer(tensor.name(), tensor.shape(), tensor.datatype().name(), null,
							tensor.elements());
		}

	}

}
