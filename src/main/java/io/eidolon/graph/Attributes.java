package io.eidolon.graph;

import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;

/**
 * The settings of an operator, or their defaults.
 *
 * @param node the operator
 */
public record Attributes(NodeProto node) {

	/** Whether there is a setting of this name. */
	public boolean has(String name) {
		return find(name).isPresent();
	}

	/** A whole number. */
	public long integer(String name, long otherwise) {
		return find(name).map(AttributeProto::getI).orElse(otherwise);
	}

	/** A real number. */
	public float real(String name, float otherwise) {
		return find(name).map(AttributeProto::getF).orElse(otherwise);
	}

	/** A word. */
	public String text(String name, String otherwise) {
		return find(name).map((attribute) -> attribute.getS().toStringUtf8()).orElse(otherwise);
	}

	/** A list of whole numbers. */
	public List<Long> integers(String name, Long... otherwise) {
		return find(name).map(AttributeProto::getIntsList).orElse(List.of(otherwise));
	}

	/** The setting of this name as protobuf. */
	public Optional<AttributeProto> find(String name) {
		return this.node.getAttributeList()
			.stream()
			.filter((attribute) -> attribute.getName().equals(name))
			.findFirst();
	}

}
