package io.eidolon.web.oip;

import java.util.List;

import io.eidolon.web.oip.OipModels.Found;

/** What the protocol says of the service and its networks. */
final class OipMetadata {

	private OipMetadata() {
	}

	/**
	 * The service.
	 *
	 * @param name its name
	 * @param version its version
	 * @param extensions of the protocol
	 */
	record ServerAnswer(String name, String version, List<String> extensions) {

	}

	/**
	 * A network.
	 *
	 * @param name its name
	 * @param versions of its model that can be asked for, the newest first
	 * @param platform what its file is
	 * @param inputs the tensors that it takes, of which the first must be there
	 * @param outputs the tensors that it makes
	 */
	record NetworkAnswer(String name, List<String> versions, String platform, List<TensorAnswer> inputs,
			List<TensorAnswer> outputs) {

		static NetworkAnswer of(Found found) {
			return new NetworkAnswer(found.model().name(), found.served().versions(), "onnx_onnxv1",
					found.model().inputs().stream().map(TensorAnswer::of).toList(),
					List.of(TensorAnswer.of(found.model().output())));
		}

	}

	/**
	 * A tensor.
	 *
	 * @param name its name
	 * @param datatype of its elements
	 * @param shape -1 where any number is allowed
	 */
	record TensorAnswer(String name, String datatype, List<Long> shape) {

		static TensorAnswer of(TensorSpec spec) {
			return new TensorAnswer(spec.name(), spec.datatype().name(), spec.shape());
		}

	}

}
