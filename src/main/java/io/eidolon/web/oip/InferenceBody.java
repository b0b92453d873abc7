package io.eidolon.web.oip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.WireType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request: JSON, and the bytes of tensors after it.
 *
 * @param form the JSON
 * @param tensors what goes in
 */
record InferenceBody(InferenceForm form, List<WireTensor> tensors) {

	/** The header that says where the JSON ends. */
	static final String JSON_LENGTH = "Inference-Header-Content-Length";

	private static final String BINARY_SIZE = "binary_data_size";

	/**
	 * Reads a request.
	 * @param jsonLength how many bytes are JSON, null for all
	 * @throws InvalidParameterException when it is none
	 */
	static InferenceBody read(byte[] body, @Nullable String jsonLength, JsonMapper json) {
		Integer given = WireType.parse(JSON_LENGTH, jsonLength, Integer.class);
		int length = (given != null) ? given : body.length;
		if (length < 0 || length > body.length) {
			throw new InvalidParameterException(JSON_LENGTH, length, "at most %s, as the body".formatted(body.length));
		}
		InferenceForm form = form(Arrays.copyOf(body, length), json);
		List<WireTensor> tensors = new ArrayList<>();
		int place = length;
		for (InferenceForm.InputForm input : form.inputs()) {
			Integer size = InferenceForm.parameter(input.parameters(), BINARY_SIZE, Integer.class);
			if (size != null && (size < 0 || size > body.length - place)) {
				throw new InvalidParameterException(BINARY_SIZE, size,
						"at most %s, which is all that is left".formatted(body.length - place));
			}
			byte[] binary = (size != null) ? Arrays.copyOfRange(body, place, place + size) : null;
			place += (size != null) ? size : 0;
			tensors.add(tensor(input, binary));
		}
		return new InferenceBody(form, tensors);
	}

	private static InferenceForm form(byte[] text, JsonMapper json) {
		try {
			InferenceForm form = json.readValue(text, InferenceForm.class);
			if (form == null || form.inputs() == null) {
				throw new InvalidParameterException("inputs", null, "given: the tensors that go in");
			}
			return form;
		}
		catch (JacksonException ex) {
			throw new InvalidParameterException("body", null,
					"JSON of the Open Inference Protocol; " + ex.getOriginalMessage());
		}
	}

	private static WireTensor tensor(InferenceForm.InputForm input, byte @Nullable [] binary) {
		if (input.name() == null || input.datatype() == null || input.shape() == null || input.shape().isEmpty()
				|| input.shape().contains(null)) {
			throw new InvalidParameterException("inputs", null, "tensors with name, datatype and shape");
		}
		Datatype datatype = datatype(input);
		if (binary != null) {
			return new WireTensor(input.name(), datatype, input.shape(), binary);
		}
		if (input.data() == null || input.data().contains(null)) {
			throw new InvalidParameterException(input.name(), null, "given, in data or in binary");
		}
		return WireTensor.ofJson(input.name(), datatype, input.shape(), input.data());
	}

	private static Datatype datatype(InferenceForm.InputForm input) {
		return Arrays.stream(Datatype.values())
			.filter((type) -> type.name().equals(input.datatype()))
			.findFirst()
			.orElseThrow(() -> new InvalidParameterException(input.name(), input.datatype(),
					"one of " + Arrays.toString(Datatype.values())));
	}

	/** A tensor of the request, null where it is missing. */
	@Nullable WireTensor tensor(String name) {
		return this.tensors.stream().filter((tensor) -> tensor.name().equals(name)).findFirst().orElse(null);
	}

	/**
	 * Holds all tensors to what the model takes.
	 * @throws InvalidParameterException when one is missing, unknown, or another one
	 */
	void check(TensorModel model) {
		Integer rows = null;
		for (WireTensor tensor : this.tensors) {
			TensorSpec spec = model.inputs()
				.stream()
				.filter((input) -> input.name().equals(tensor.name()))
				.findFirst()
				.orElseThrow(() -> new InvalidParameterException("inputs", tensor.name(),
						"one of " + model.inputs().stream().map(TensorSpec::name).toList()));
			spec.check(tensor);
			if (rows != null && rows != tensor.rows()) {
				throw new InvalidParameterException(tensor.name(), tensor.rows() + " rows",
						"%s rows, as the first tensor".formatted(rows));
			}
			rows = tensor.rows();
		}
		String needed = model.inputs().getFirst().name();
		if (tensor(needed) == null) {
			throw new InvalidParameterException("inputs", null, "tensors, of which one is " + needed);
		}
	}

	/** Whether a tensor is to come back in binary. */
	boolean binary(String output) {
		Boolean said = null;
		for (InferenceForm.OutputForm one : outputs()) {
			if (output.equals(one.name()) && said == null) {
				said = InferenceForm.parameter(one.parameters(), "binary_data", Boolean.class);
			}
		}
		return Boolean.TRUE.equals((said != null) ? said
				: InferenceForm.parameter(this.form.parameters(), "binary_data_output", Boolean.class));
	}

	private List<InferenceForm.OutputForm> outputs() {
		List<InferenceForm.OutputForm> outputs = this.form.outputs();
		return (outputs != null) ? outputs : List.of();
	}

	/**
	 * Holds the outputs that are asked for to those that there are.
	 * @throws InvalidParameterException when there is no such
	 */
	void checkOutputs(TensorModel model) {
		outputs().stream().filter((one) -> !model.output().name().equals(one.name())).findFirst().ifPresent((one) -> {
			throw new InvalidParameterException("outputs", one.name(), model.output().name());
		});
	}

}
