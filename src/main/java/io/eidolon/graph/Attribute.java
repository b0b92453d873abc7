package io.eidolon.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;

/** A named setting of an operator, such as the strides of a convolution. */
public final class Attribute {

	private final AttributeProto onnx;

	private Attribute(AttributeProto onnx) {
		this.onnx = onnx;
	}

	private Attribute(AttributeProto.Builder onnx) {
		this(onnx.build());
	}

	/** An attribute that was read. */
	public static Attribute of(AttributeProto onnx) {
		return new Attribute(onnx);
	}

	/** An attribute that is one integer. */
	public static Attribute integer(String name, long value) {
		return new Attribute(AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value));
	}

	/** An attribute that is one real number. */
	public static Attribute real(String name, float value) {
		return new Attribute(AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF(value));
	}

	/** An attribute that is a word, such as the mode of a Resize. */
	public static Attribute text(String name, String value) {
		return new Attribute(AttributeProto.newBuilder()
			.setName(name)
			.setType(AttributeType.STRING)
			.setS(ByteString.copyFromUtf8(value)));
	}

	/** An attribute that is a list of integers. */
	public static Attribute integers(String name, long... values) {
		AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
		for (long value : values) {
			attribute.addInts(value);
		}
		return new Attribute(attribute);
	}

	/** Its name. */
	public String name() {
		return this.onnx.getName();
	}

	/** The attribute as protobuf. */
	public AttributeProto onnx() {
		return this.onnx;
	}

}
