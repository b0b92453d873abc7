package io.eidolon.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** The types of a tensor's elements that generators take and give. */
public enum ElementType {

	/** 32-bit floating point. */
	FLOAT(DataType.FLOAT),

	/** 64-bit signed integer, the type of labels and indices. */
	INT64(DataType.INT64);

	private final DataType onnx;

	ElementType(DataType onnx) {
		this.onnx = onnx;
	}

	/** Its type in the format. */
	public DataType onnx() {
		return this.onnx;
	}

}
