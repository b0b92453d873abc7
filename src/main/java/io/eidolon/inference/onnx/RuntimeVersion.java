package io.eidolon.inference.onnx;

/** The version of ONNX Runtime. */
public final class RuntimeVersion {

	private RuntimeVersion() {
	}

	public static String get() {
		return NativeSession.ENVIRONMENT.getVersion();
	}

}
