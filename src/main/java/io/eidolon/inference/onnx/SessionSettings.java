package io.eidolon.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;

/** What a device needs to be told about sessions and their runs. */
interface SessionSettings {

	void configure(SessionOptions options) throws OrtException;

	void configure(RunOptions options) throws OrtException;

}
