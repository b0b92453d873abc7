package io.eidolon.graph.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.eidolon.graph.Attribute;

/**
 * The settings of an operator, or their defaults.
 *
 * @param all in the order of the file
 */
public record Attributes(List<Attribute> all) {

	/** The settings of an operator in a file. */
	public Attributes(NodeProto node) {
		this(node.getAttributeList().stream().map(Attribute::of).toList());
	}

	/** These settings. */
	public static Attributes of(Attribute... all) {
		return new Attributes(List.of(all));
	}

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

	/** A list of real numbers. */
	public List<Float> reals(String name) {
		return find(name).map(AttributeProto::getFloatsList).orElse(List.of());
	}

	/** A tensor. */
	public Optional<Constant> tensor(String name) {
		return find(name).filter(AttributeProto::hasT).map(AttributeProto::getT).map(Constant::of);
	}

	/** A graph, such as a branch of an {@code If}. */
	public Optional<GraphProto> graph(String name) {
		return find(name).filter(AttributeProto::hasG).map(AttributeProto::getG);
	}

	/**
	 * Whether one of them is a graph, which may read any value of the graph around it.
	 */
	public boolean holdGraph() {
		return this.all.stream()
			.map(Attribute::onnx)
			.anyMatch((attribute) -> attribute.hasG() || attribute.getGraphsCount() > 0);
	}

	/** These, with one of them in the place of what had its name. */
	public Attributes with(Attribute attribute) {
		List<Attribute> changed = new ArrayList<>(without(attribute.name()).all);
		changed.add(attribute);
		return new Attributes(List.copyOf(changed));
	}

	/** These but some. */
	public Attributes without(String... names) {
		Set<String> left = Set.copyOf(Arrays.asList(names));
		return new Attributes(this.all.stream().filter((attribute) -> !left.contains(attribute.name())).toList());
	}

	private Optional<AttributeProto> find(String name) {
		return this.all.stream()
			.map(Attribute::onnx)
			.filter((attribute) -> attribute.getName().equals(name))
			.findFirst();
	}

}
