package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;

/**
 * The settings of an operator, or their defaults.
 *
 * @param node the operator
 */
record Attributes(NodeProto node) {

	boolean has(String name) {
		return find(name).isPresent();
	}

	long integer(String name, long otherwise) {
		return find(name).map(AttributeProto::getI).orElse(otherwise);
	}

	float real(String name, float otherwise) {
		return find(name).map(AttributeProto::getF).orElse(otherwise);
	}

	String text(String name, String otherwise) {
		return find(name).map((attribute) -> attribute.getS().toStringUtf8()).orElse(otherwise);
	}

	List<Long> integers(String name, Long... otherwise) {
		return find(name).map(AttributeProto::getIntsList).orElse(List.of(otherwise));
	}

	Optional<AttributeProto> find(String name) {
		return this.node.getAttributeList()
			.stream()
			.filter((attribute) -> attribute.getName().equals(name))
			.findFirst();
	}

}
