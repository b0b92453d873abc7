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
	record NetworkAnswer(String name, List<String> versions, String platform, List<TensorSpec> inputs,
			List<TensorSpec> outputs) {

		static NetworkAnswer of(Found found) {
			return new NetworkAnswer(found.model().name(), found.served().versions(), "onnx_onnxv1",
					found.model().inputs(), List.of(found.model().output()));
		}

	}

}
